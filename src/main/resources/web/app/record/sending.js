import {api, pathOf} from '../api.js';
import {subjectsOf} from './draft.js';
import {kindOf} from './effect.js';

/** The same content has the same id, so that sending it again is harmless; other content has another. */
let last = {json: '', id: ''};

function identified(fact) {
  const json = JSON.stringify(fact);
  if (json !== last.json) last = {json, id: randomId()};
  return {id: last.id, ...fact};
}

/** A random UUID: `crypto` makes them for secure origins only. */
function randomId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** What the fact would change, with nothing written. */
export async function preview(timeline, fact, token) {
  const {body} = await api.send(pathOf(timeline, '/facts', {preview: true}), {facts: [identified(fact)]}, {token});
  return body;
}

/** Appends the fact, provided that nothing came in between that its effect depends on. */
export async function append(timeline, fact, effect, token) {
  const condition = {after: effect.known.position, subjects: [...touched(fact, effect)]};
  const body = {facts: [identified(fact)], ...(condition.subjects.length ? {condition} : {})};
  const answer = await api.send(pathOf(timeline, '/facts'), body, {token});
  return {isNew: answer.status === 201, ...answer.body.facts[0]};
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
