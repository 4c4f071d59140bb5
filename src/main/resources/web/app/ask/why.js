import {html, nothing} from 'lit';
import {Part} from '../element.js';
import {api, latest, pathOf} from '../api.js';
import {momentWords} from '../days.js';
import {factWords, placeWords} from '../facts.js';
import {labelOf, model} from '../model.js';
import {isPlaying, playing} from '../play/playing.js';
import {texts} from '../texts.js';
import {view} from '../view.js';
import {spanWords, timeWords} from '../words.js';
import {sourceList} from './sources.js';

/** Why the answer is as it is: its facts with their sources, what was set aside, and how it came to be. */
class Why extends Part {
  static properties = {answer: {state: true}, told: {state: true}, grew: {state: true}, problem: {state: true}, copied: {state: true}};

  constructor() {
    super();
    this.load = latest((question, signal) => this.ask(question, signal));
    this.wanted = '';
  }

  get sources() {
    return [[view, 'timeline', 'on', 'selection', 'known'], [model, 'head', 'labels', 'conflicts'], [playing, 'status']];
  }

  willUpdate() {
    const {timeline, on, selection, known} = view.get();
    const {head} = model.get();
    const question = selection && head && on
      ? {timeline, ...selection, known: Math.min(known ?? head.position, head.position), on: selection.fact ? null : on} : null;
    const wanted = JSON.stringify(question);
    if (wanted === this.wanted || (isPlaying() && question && isSameButDay(question, this.question))) return;
    this.wanted = wanted;
    this.question = question;
    if (question) this.load(question, {abort: true});
    else this.answer = this.grew = this.problem = this.told = null;
  }

  async ask({timeline, ...question}, signal) {
    const {known, fact, ...rest} = question;
    if (fact) return this.askFact(timeline, fact, known, signal);
    const place = rest.office ? {...rest, place: null} : rest;
    try {
      const [answer, grew] = await Promise.all([
        api.get(pathOf(timeline, '/why', {...place, known}), {signal}),
        api.get(pathOf(timeline, '/changes', {...place, 'known-from': 0, limit: 200}), {signal}),
      ]);
      const isNew = JSON.stringify({...this.answer?.asked, on: 0}) !== JSON.stringify({...rest, on: 0});
      this.answer = {...answer, asked: rest};
      this.grew = grew.changes;
      this.told = this.problem = null;
      if (isNew) await this.show();
    } catch (problem) {
      if (problem.name === 'AbortError') throw problem;
      this.problem = problem;
      this.answer = this.grew = this.told = null;
    }
    return undefined;
  }

  async askFact(timeline, fact, known, signal) {
    try {
      const told = await api.get(pathOf(timeline, `/facts/${fact}`, {known}), {signal});
      const isNew = this.told?.fact.id !== told.fact.id;
      this.told = told;
      this.answer = this.grew = this.problem = null;
      if (isNew) await this.show();
    } catch (problem) {
      if (problem.name === 'AbortError') throw problem;
      this.problem = problem;
      this.answer = this.grew = this.told = null;
    }
  }

  async show() {
    const asker = document.activeElement;
    if (asker && asker !== document.body && !this.contains(asker)) this.asker = asker;
    await this.updateComplete;
    this.querySelector('h2')?.focus({preventScroll: true});
    this.scrollIntoView({block: 'nearest'});
  }

  /** Focus goes back to what asked, or to what stands there now. */
  async close() {
    view.set({selection: null}, {step: true});
    await this.updateComplete;
    const {asker} = this;
    if (asker?.isConnected) asker.focus();
    else document.querySelector('annals-chart .bar[tabindex="0"]')?.focus();
  }

  render() {
    if (!view.get().selection || (!this.answer && !this.problem && !this.told)) return nothing;
    const {answer} = this;
    return html`<section class="why" aria-label=${texts.whyTitle} @keydown=${event => event.key === 'Escape' && this.close()}>
      <div class="why-head"><h2 tabindex="-1">${this.told ? texts.factTitle : texts.whyTitle}</h2><button @click=${this.close}>${texts.closeWhy}</button></div>
      ${this.problem ? html`<p class="wrong">${texts.problem(this.problem.message)}</p>` : nothing}
      ${this.told ? oneFact(this.told) : nothing}
      ${answer ? html`<p class="finding">${answer.finding.text}</p>
        ${answer.answers.map(one => this.reasons(one))}
        ${disputes(answer)}
        ${setAside(answer)}
        ${this.history()}
        ${others(texts.instead, answer.instead)}
        ${others(texts.notThen, answer.not)}
        ${answer.others?.facts ? html`<p class="hint">${texts.others(answer.others.facts)}</p>` : nothing}` : nothing}
    </section>`;
  }

  reasons({span, because, narrowing, certainty, footnote}) {
    return html`<article class="reasons">
      <h3>${spanWords(span)}</h3>
      <p class="hint">${timeWords(span)}</p>
      ${certainty.map(rule => html`<p class="certainty">${rule.text}</p>`)}
      <h4>${texts.because}</h4>
      <ol class="facts">${[...because, ...narrowing].map(reason)}</ol>
      ${footnote ? html`<details class="footnote"><summary>${texts.footnote}</summary><p>${footnote}</p>
        <button @click=${() => this.copy(footnote)}>${this.copied === footnote ? texts.copied : texts.copy}</button></details>` : nothing}
    </article>`;
  }

  async copy(text) {
    await navigator.clipboard?.writeText(text);
    this.copied = text;
  }

  history() {
    const list = this.grew;
    if (!list) return nothing;
    return html`<details class="grew" ?open=${list.length > 1 && list.length <= 6}><summary>${texts.grew}</summary>
      <p class="hint">${list.length ? texts.grewHint : texts.nothingChanged}</p>
      <ol>${list.map(change => html`<li>
        <p><strong>${texts.grewAt(change.known.position)}</strong> ${change.fact.date ? html`(${change.fact.date})` : nothing} ${factWords(change.fact)}</p>
        <ul>
          ${change.removed.map(span => html`<li>${texts.removedThen(withDoubt(span))}</li>`)}
          ${change.added.map(span => html`<li>${texts.addedThen(withDoubt(span))}</li>`)}
          ${change.changed.map(({before, after}) => html`<li>${texts.changedThen(withDoubt(before), withDoubt(after))}</li>`)}
        </ul>
        <button class="small" @click=${() => view.set({known: change.known.position}, {step: true})}>${texts.lookThen(change.known.position)}</button>
      </li>`)}</ol></details>`;
  }
}

function oneFact({fact, content, inEffect: counts, corrections, retractions}) {
  const shown = content ?? fact;
  return html`<p class="finding">${factWords(shown)}</p>
    <p>${momentWords(shown)}${placeWords(shown) ? html`, ${placeWords(shown)}` : nothing}</p>
    ${shown.description ? html`<p>${shown.description}</p>` : nothing}
    ${shown.people?.length ? html`<p class="hint">${shown.people.map(person => labelOf('person', person)).join(', ')}</p>` : nothing}
    ${counts ? nothing : html`<p class="wrong">${texts.notInEffect}</p>`}
    ${factLine(shown, corrections.at(-1))}
    ${retractions.map(one => html`<p>${texts.facts.FactRetracted(one)}</p>`)}`;
}

/** What the facts of the answer cannot both mean. */
function disputes({answers}) {
  const {conflicts} = model.get();
  const ids = answers.flatMap(({span}) => span.facts.map(fact => fact.id));
  const found = [...new Set(ids.flatMap(id => conflicts.get(id) ?? []))];
  if (!found.length) return nothing;
  return html`<section class="aside disputes"><h3>${texts.disputes}</h3>
    <ul class="facts">${found.map(({rule, detail}) => html`<li><p>${detail}</p><p class="hint">${rule}</p></li>`)}</ul></section>`;
}

/** While history is played the reasons wait: they would change with every day. */
const isSameButDay = (one, other) => JSON.stringify({...one, on: null}) === JSON.stringify({...other, on: null});

const withDoubt = span => texts.withCertainty(spanWords(span), span.certainty, timeWords(span));

function reason({role, rule, fact, correctedBy}) {
  return html`<li>
    <p>${role ? html`<strong>${texts.roles[role] ?? role}:</strong> ` : nothing}${rule.text}</p>
    ${fact ? factLine(fact, correctedBy) : nothing}
  </li>`;
}

function factLine(fact, correctedBy) {
  const place = placeWords(fact);
  return html`<div class="fact">
    <p class="fact-words">${texts.factNumber(fact.position)}${correctedBy ? html`, ${texts.correctedBy(correctedBy.position)}` : nothing}${fact.date ? html` · ${momentWords(fact)}` : nothing}${place ? html` · ${place}` : nothing}</p>
    ${sourceList(fact.sources)}
    ${fact.note ? html`<p class="note">${fact.note}</p>` : nothing}
    <p class="amend">
      <button class="small" @click=${event => say(event, 'annals-correct', fact)}>${texts.correct}</button>
      <button class="small" @click=${event => say(event, 'annals-retract', fact)}>${texts.retract}</button>
    </p>
  </div>`;
}

const say = (event, name, fact) => event.target.dispatchEvent(new CustomEvent(name, {detail: fact, bubbles: true}));

/** What has no bearing at all is counted by the service, and not worth a place here. */
function setAside({setAside: list}) {
  const told = list.filter(one => one.reason !== 'no-bearing');
  if (!told.length) return nothing;
  return html`<section class="aside"><h3>${texts.setAside}</h3><p class="hint">${texts.setAsideHint}</p>
    <ul class="facts">${told.map(({rule, fact, reason: why, by}) => html`<li class="set-aside">
      <p><strong>${texts.asideReasons[why] ?? texts.setAside}:</strong> ${factWords(fact)}${fact.date ? html` (${momentWords(fact)})` : nothing}</p>
      <p>${rule.text}</p>
      ${by.map(one => one.with?.date && one.with.date !== fact.date ? html`<p class="correction">${texts.correctedTo(one.with.date)}</p>` : nothing)}
      ${factLine(fact)}
    </li>`)}</ul></section>`;
}

function others(title, list) {
  if (!list?.length) return nothing;
  return html`<details><summary>${title} (${list.length})</summary><ul>${list.map(({span, rule}) => html`<li>
    ${spanWords(span)}: ${rule?.text ?? timeWords(span)}</li>`)}</ul></details>`;
}

customElements.define('annals-why', Why);
