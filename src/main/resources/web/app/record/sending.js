import {api, pathOf} from '../api.js';
import {subjectsOf} from './draft.js';
import {kindOf} from './effect.js';

/** The same content has the same id, so that sending it again is harmless; other content has another. */
let ids = new Map();

function identified(facts) {
  const before = ids;
  ids = new Map();
  return facts.map(fact => {
    const json = JSON.stringify(fact);
    ids.set(json, before.get(json) ?? randomId());
    return {id: ids.get(json), ...fact};
  });
}

/** A random UUID: `crypto` makes them for secure origins only. */
function randomId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** What the facts would change, with nothing written. */
export async function preview(timeline, {facts}) {
  const {body} = await api.send(pathOf(timeline, '/facts', {preview: true}), {facts: identified(facts)});
  return body;
}

/** Appends the facts, provided that nothing came in between that their effect depends on. The receipt is the last one's. */
export async function append(timeline, {facts}, effect) {
  const condition = {after: effect.known.position, subjects: [...touched(facts.at(-1), effect)]};
  const body = {facts: identified(facts), ...(condition.subjects.length ? {condition} : {})};
  const answer = await api.send(pathOf(timeline, '/facts'), body);
  return {isNew: answer.status === 201, ...answer.body.facts.at(-1)};
}

function touched(fact, effect) {
  const subjects = new Set(subjectsOf(fact.with ?? fact));
  const spans = [...effect.removed, ...effect.added, ...effect.changed.flatMap(pair => [pair.before, pair.after])];
  for (const span of spans) {
    for (const kind of ['office', 'person', 'place']) {
      if (span[kind]) subjects.add(`${kind}/${span[kind]}`);
    }
  }
  for (const {before, after} of effect.entities) {
    const entity = after ?? before;
    subjects.add(`${kindOf(entity)}/${entity[kindOf(entity)]}`);
  }
  return subjects;
}
