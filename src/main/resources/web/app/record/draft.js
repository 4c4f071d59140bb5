import {dateReason} from '../dateReason.js';
import {typedDate} from '../days.js';
import {texts} from '../texts.js';
import {FIELDS, NOTE, RETRACTION, SOURCE} from './fields.js';
import {isSlug, nameOf, Names} from './names.js';

/** What stands in a form, as facts and back. Values are texts (or flags) by the pointers of the fact's fields. */

/** What cannot be a number is sent as it was typed: the service says what is wrong with it. */
function numberOf(text) {
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}

const listed = (value, separator) => value.split(separator).map(part => part.trim()).filter(Boolean);

const READ = {
  number: numberOf,
  date: typedDate,
  entity: (value, {kind}, pointer, names) => names.slug(kind, value, pointer),
  entities: (value, {kind}, pointer, names) => listed(value, ',').map(one => names.slug(kind, one, pointer)),
  addresses: value => listed(value, '\n'),
};

const WRITE = {
  number: String,
  entity: (slug, {kind}, labels) => nameOf(kind, slug, labels),
  entities: (list, {kind}, labels) => list.map(slug => nameOf(kind, slug, labels)).join(', '),
  addresses: list => list.join('\n'),
};

function filled(fields, values, names, at = '') {
  const content = {};
  for (const field of fields) {
    const pointer = `${at}/${field.name}`;
    const value = values[pointer];
    if (field.input === 'flag') {
      if (value) content[field.name] = true;
    } else if (value?.trim()) {
      content[field.name] = READ[field.input]?.(value, field, pointer, names) ?? value.trim();
    }
  }
  return content;
}

/** Those left blank at the end are none; before, they keep their place, so that pointers stay true. */
function sourcesOf(values, count) {
  const sources = Array.from({length: count}, (_, i) => filled(SOURCE, values, null, `/sources/${i}`));
  return sources.slice(0, sources.findLastIndex(source => Object.keys(source).length > 0) + 1);
}

function contentOf({type, values, sources}, names) {
  const cited = sourcesOf(values, sources);
  return {type, ...filled(FIELDS[type], values, names), ...(cited.length ? {sources: cited} : {}), ...filled([NOTE], values)};
}

/** Who is described under a name that was typed for them need not be named twice. */
function withName(content, {values}) {
  const [who, called] = FIELDS[content.type];
  const isDescribed = content.type.endsWith('Described') && content[called.name] === undefined;
  const typed = values[`/${who.name}`]?.trim();
  return isDescribed && typed && !isSlug(typed) ? {...content, [called.name]: typed} : content;
}

/** The fact that a form says, without an id. */
function factOf(form, names) {
  switch (form.mode) {
    case 'correct':
      return {type: 'FactCorrected', fact: form.fact.id, with: contentOf(form, names), ...filled([NOTE], form.values, null, '/of')};
    case 'retract':
      return {type: 'FactRetracted', fact: form.fact.id, ...filled(RETRACTION, form.values)};
    default:
      return withName(contentOf(form, names), form);
  }
}

/**
 * All that a form says: the fact itself is the last, before it stand those that describe whom it names first.
 * @returns {{facts: object[], pointers: string[]}} with the pointers of the fields that the facts before the last are of
 */
export function draftOf(form, labels) {
  const names = new Names(labels);
  const fact = factOf(form, names);
  const described = names.describing(fact.with ?? fact);
  return {facts: [...described.map(one => one.fact), fact], pointers: described.map(one => one.pointer)};
}

/** What a form holds to say this content. */
export function valuesOf(content, labels) {
  const values = {};
  const put = (fields, from, at) => {
    for (const field of fields) {
      const value = from[field.name];
      if (value !== undefined) values[`${at}/${field.name}`] = WRITE[field.input]?.(value, field, labels) ?? value;
    }
  };
  put([...FIELDS[content.type], NOTE], content, '');
  content.sources?.forEach((source, i) => put(SOURCE, source, `/sources/${i}`));
  return values;
}

/** Everything that a fact is about: `office/…`, `person/…`, `place/…`. */
export function subjectsOf(content) {
  const fields = FIELDS[content.type] ?? [];
  return fields
    .filter(field => field.kind && content[field.name])
    .flatMap(field => [content[field.name]].flat().map(slug => [field.kind, slug]))
    .filter(([, slug]) => isSlug(slug))
    .map(([kind, slug]) => `${kind}/${slug}`);
}

/**
 * Violations by the pointers of the form's fields; what none of them is for stands under ''.
 * @param form whose fields they are; draft: what was sent of it
 */
export function atFields(violations, form, draft) {
  const pointers = pointersOf(form);
  const found = new Map();
  for (const {pointer, message} of violations) {
    const place = placeOf(pointer, form, draft);
    const field = pointers.find(one => place === one || place.startsWith(`${one}/`)) ?? '';
    const said = field ? saidOf(message) : `${place} ${message}`.trim();
    found.set(field, [...(found.get(field) ?? []), said]);
  }
  return found;
}

function saidOf(message) {
  const reason = dateReason(message);
  return reason ? texts.noDateHere(reason) : message;
}

function placeOf(pointer, {mode}, draft) {
  const [, index = draft.pointers.length, within = pointer] = /^\/facts\/(\d+)(.*)$/.exec(pointer) ?? [];
  const described = draft.pointers[index];
  if (described) return described;
  if (mode !== 'correct') return within;
  return within.startsWith('/with/') ? within.slice('/with'.length) : `/of${within}`;
}

/** The pointers of all fields that a form shows. */
function pointersOf({mode, type, sources}) {
  if (mode === 'retract') return RETRACTION.map(field => `/${field.name}`);
  return [
    ...FIELDS[type].map(field => `/${field.name}`),
    ...Array.from({length: sources}, (_, i) => SOURCE.map(field => `/sources/${i}/${field.name}`)).flat(),
    '/note',
    ...(mode === 'correct' ? ['/of/note'] : []),
  ];
}
