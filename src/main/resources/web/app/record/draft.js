import {FIELDS, NOTE, RETRACTION, SOURCE} from './fields.js';

/** What stands in a form, as a fact and back. Values are texts (or flags) by the pointers of the fact's fields. */

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** What cannot be a number is sent as it was typed: the service says what is wrong with it. */
function numberOf(text) {
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}

const READ = {
  number: numberOf,
  entities: value => value.split(',').map(part => part.trim()).filter(Boolean),
  addresses: value => value.split('\n').map(part => part.trim()).filter(Boolean),
};

const WRITE = {
  number: String,
  entities: list => list.join(', '),
  addresses: list => list.join('\n'),
};

function filled(fields, values, at = '') {
  const content = {};
  for (const {name, input} of fields) {
    const value = values[`${at}/${name}`];
    if (input === 'flag') {
      if (value) content[name] = true;
    } else if (value?.trim()) {
      content[name] = READ[input]?.(value) ?? value.trim();
    }
  }
  return content;
}

/** Those left blank at the end are none; before, they keep their place, so that pointers stay true. */
function sourcesOf(values, count) {
  const sources = Array.from({length: count}, (_, i) => filled(SOURCE, values, `/sources/${i}`));
  return sources.slice(0, sources.findLastIndex(source => Object.keys(source).length > 0) + 1);
}

function contentOf({type, values, sources}) {
  const listed = sourcesOf(values, sources);
  return {type, ...filled(FIELDS[type], values), ...(listed.length ? {sources: listed} : {}), ...filled([NOTE], values)};
}

/** The fact that a form says, without an id. */
export function factOf(form) {
  switch (form.mode) {
    case 'correct':
      return {type: 'FactCorrected', fact: form.fact.id, with: contentOf(form), ...filled([NOTE], form.values, '/of')};
    case 'retract':
      return {type: 'FactRetracted', fact: form.fact.id, ...filled(RETRACTION, form.values)};
    default:
      return contentOf(form);
  }
}

/** What a form holds to say this content. */
export function valuesOf(content) {
  const values = {};
  const put = (fields, from, at) => {
    for (const {name, input} of fields) {
      if (from[name] !== undefined) values[`${at}/${name}`] = WRITE[input]?.(from[name]) ?? from[name];
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
    .filter(([, slug]) => SLUG.test(slug))
    .map(([kind, slug]) => `${kind}/${slug}`);
}

/**
 * Violations by the pointers of the form's fields; what none of them is for stands under ''.
 * @param pointers of the form's fields
 */
export function atFields(violations, pointers, mode) {
  const found = new Map();
  for (const {pointer, message} of violations) {
    const within = pointer.replace(/^\/facts\/0/, '');
    const place = mode === 'correct' ? placeInCorrection(within) : within;
    const field = pointers.find(one => place === one || place.startsWith(`${one}/`)) ?? '';
    const said = field ? message : `${within} ${message}`.trim();
    found.set(field, [...(found.get(field) ?? []), said]);
  }
  return found;
}

const placeInCorrection = pointer =>
  pointer.startsWith('/with/') ? pointer.slice('/with'.length) : `/of${pointer}`;

/** The pointers of all fields that a form shows. */
export function pointersOf({mode, type, sources}) {
  if (mode === 'retract') return RETRACTION.map(field => `/${field.name}`);
  return [
    ...FIELDS[type].map(field => `/${field.name}`),
    ...Array.from({length: sources}, (_, i) => SOURCE.map(field => `/sources/${i}/${field.name}`)).flat(),
    '/note',
    ...(mode === 'correct' ? ['/of/note'] : []),
  ];
}
