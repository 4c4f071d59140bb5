import {html, nothing} from 'lit';
import {texts} from '../texts.js';
import {spanWords, timeWords} from '../words.js';

/** What an append would change, in sentences: [{kind, what, before, after}]. */
export function changesOf(effect) {
  return [
    ...effect.removed.map(span => ({kind: 'removed', what: spanWords(span), before: timeWords(span)})),
    ...effect.added.map(span => ({kind: 'added', what: spanWords(span), after: timeWords(span)})),
    ...effect.changed.map(({before, after}) => changeOf(before, after)),
    ...effect.entities.flatMap(entityChange),
  ];
}

function changeOf(before, after) {
  if (spanWords(before) !== spanWords(after)) {
    return {
      kind: 'changed', what: spanWords(after),
      before: `${spanWords(before)}, ${timeWords(before)}`, after: `${spanWords(after)}, ${timeWords(after)}`,
    };
  }
  const [was, is] = [timeWords(before), timeWords(after)];
  return was === is
    ? {kind: 'sources', what: spanWords(after), after: is}
    : {kind: 'changed', what: spanWords(after), before: was, after: is};
}

const labelOf = entity => entity.title ?? entity.name;
/** `office`, `person` or `place`, which is also the name of the field that has its slug. */
export const kindOf = entity => ['office', 'person', 'place'].find(kind => kind in entity);
const RECORDED = ['organization', 'place', 'seats', 'latitude', 'longitude', 'description', 'birth', 'death', 'sameAs', 'sources'];

function entityChange({before, after}) {
  const entity = after ?? before;
  const what = `${texts.record.kinds[kindOf(entity)]}: ${labelOf(entity)}`;
  if (!before) return [{kind: 'entityAdded', what}];
  if (!after) return [{kind: 'entityRemoved', what}];
  const told = RECORDED.filter(name => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  return [
    ...(labelOf(before) === labelOf(after) ? [] : [{kind: 'renamed', what, before: labelOf(before), after: labelOf(after)}]),
    ...(told.length ? [{kind: 'told', what, after: told.map(name => texts.record.told[name]).join(', ')}] : []),
  ];
}

const SIGNS = {added: '+', entityAdded: '+', removed: '−', entityRemoved: '−'};

function line({kind, what, before, after}) {
  return html`<li class="effect-${kind}">
    <span class="effect-sign" aria-hidden="true">${SIGNS[kind] ?? '≠'}</span>
    <span><strong>${texts.record.effects[kind]}</strong> ${what}${before || after ? html`<br>
      ${before ? html`<del><span class="visually-hidden">${texts.record.was} </span>${before}</del>` : nothing}
      ${before && after ? html`<span aria-hidden="true"> → </span>` : nothing}
      ${after ? html`<ins><span class="visually-hidden">${texts.record.becomes} </span>${after}</ins>` : nothing}` : nothing}</span>
  </li>`;
}

const SHOWN_AT_FIRST = 50;

/** The effect as a list, before anything is sent. */
export function effectTemplate(effect) {
  const changes = changesOf(effect);
  return html`<section class="effect-shown" aria-labelledby="record-effect">
    <h3 id="record-effect" tabindex="-1">${texts.record.effect}</h3>
    ${effect.facts === 0 ? html`<p>${texts.record.heldAlready}</p>` : nothing}
    ${effect.facts > 0 && changes.length === 0 ? html`<p>${texts.record.noEffect}</p>` : nothing}
    <ul class="effect">${changes.slice(0, SHOWN_AT_FIRST).map(line)}</ul>
    ${changes.length > SHOWN_AT_FIRST ? html`<details><summary>${texts.record.otherEffects(changes.length - SHOWN_AT_FIRST)}</summary>
      <ul class="effect">${changes.slice(SHOWN_AT_FIRST).map(line)}</ul></details>` : nothing}
    ${effect.others ? html`<p>${texts.record.unlistedEffects(effect.others)}</p>` : nothing}
  </section>`;
}
