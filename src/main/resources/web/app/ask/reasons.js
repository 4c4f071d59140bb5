import {html, nothing} from 'lit';
import {momentWords} from '../days.js';
import {factWords, placeWords} from '../facts.js';
import {labelOf, model} from '../model.js';
import {texts} from '../texts.js';
import {spanWords, timeWords} from '../words.js';
import {sourceList} from './sources.js';

export function oneFact({fact, content, inEffect: counts, corrections, retractions}) {
  const shown = content ?? fact;
  return html`<p class="finding">${factWords(shown)}</p>
    ${shown.date ? html`<p>${momentWords(shown)}${placeWords(shown) ? html`, ${placeWords(shown)}` : nothing}</p>` : nothing}
    ${shown.description ? html`<p>${shown.description}</p>` : nothing}
    ${shown.people?.length ? html`<p class="hint">${shown.people.map(person => labelOf('person', person)).join(', ')}</p>` : nothing}
    ${counts ? nothing : html`<p class="wrong">${texts.notInEffect}</p>`}
    ${factLine(shown, corrections.at(-1), counts)}
    ${retractions.map(one => html`<p>${texts.facts.FactRetracted(one)}</p>`)}`;
}

/** What the facts of the answer cannot both mean. */
export function disputes({answers}) {
  const {conflicts} = model.get();
  const ids = answers.flatMap(({span}) => span.facts.map(fact => fact.id));
  const found = [...new Set(ids.flatMap(id => conflicts.get(id) ?? []))];
  if (!found.length) return nothing;
  return html`<section class="aside disputes"><h3>${texts.disputes}</h3>
    <ul class="facts">${found.map(({rule, detail}) => html`<li><p>${detail}</p><p class="hint">${rule}</p></li>`)}</ul></section>`;
}

export function reason({role, rule, fact, correctedBy}) {
  return html`<li>
    <p>${role ? html`<strong>${texts.roles[role] ?? role}:</strong> ` : nothing}${rule.text}</p>
    ${fact ? factLine(fact, correctedBy) : nothing}
  </li>`;
}

/** What is retracted can be neither corrected nor retracted. */
function factLine(fact, correctedBy, canBeAmended = true) {
  const place = placeWords(fact);
  return html`<div class="fact">
    <p class="fact-words">${texts.factNumber(fact.position)}${correctedBy ? html`, ${texts.correctedBy(correctedBy.position)}` : nothing}${fact.date ? html` · ${momentWords(fact)}` : nothing}${place ? html` · ${place}` : nothing}</p>
    ${sourceList(fact.sources)}
    ${fact.note ? html`<p class="note">${fact.note}</p>` : nothing}
    ${canBeAmended ? html`<p class="amend">
      <button class="small" @click=${event => say(event, 'annals-correct', fact)}>${texts.correct}</button>
      <button class="small" @click=${event => say(event, 'annals-retract', fact)}>${texts.retract}</button>
    </p>` : nothing}
  </div>`;
}

const say = (event, name, fact) => event.target.dispatchEvent(new CustomEvent(name, {detail: fact, bubbles: true}));

/** What has no bearing at all is counted by the service, and not worth a place here. */
export function setAside({setAside: list}) {
  const told = list.filter(one => one.reason !== 'no-bearing');
  if (!told.length) return nothing;
  return html`<section class="aside"><h3>${texts.setAside}</h3><p class="hint">${texts.setAsideHint}</p>
    <ul class="facts">${told.map(({rule, fact, reason: why, by}) => html`<li class="set-aside">
      <p><strong>${texts.asideReasons[why] ?? texts.setAside}:</strong> ${factWords(fact)}${fact.date ? html` (${momentWords(fact)})` : nothing}</p>
      <p>${rule.text}</p>
      ${by.map(one => one.with?.date && one.with.date !== fact.date ? html`<p class="correction">${texts.correctedTo(one.with.date)}</p>` : nothing)}
      ${factLine(fact, null, why !== 'retracted')}
    </li>`)}</ul></section>`;
}

export function others(title, list) {
  if (!list?.length) return nothing;
  return html`<details><summary>${title} (${list.length})</summary><ul>${list.map(({span, rule, footnote}) => html`<li>
    ${spanWords(span)}: ${rule?.text ?? timeWords(span)}<p class="hint">${footnote}</p></li>`)}</ul></details>`;
}
