import {parseDay} from './days.js';

/**
 * An answer's spans as the chart needs them: days are numbers, and a bound that is not there is an
 * infinity. `begin` and `end` are {earliest, latest}; an open span ends at infinity.
 */

const lower = day => parseDay(day) ?? -Infinity;
const upper = day => parseDay(day) ?? Infinity;
const OPEN = Object.freeze({earliest: Infinity, latest: Infinity});

const bounds = moment => ({earliest: lower(moment.earliest), latest: upper(moment.latest)});

function span(kind, lane, label, fields, answer) {
  return {
    kind,
    lane,
    label,
    ...fields,
    acting: answer.acting ?? false,
    certainty: answer.certainty,
    since: answer.since,
    until: answer.until,
    begin: bounds(answer.since),
    end: answer.until ? bounds(answer.until) : OPEN,
    facts: answer.facts,
  };
}

export function spansOf(state) {
  const spans = [
    ...state.offices.flatMap(office =>
      office.holders.map(holder =>
        span('tenure', `office/${office.office}`, holder.name,
          {office: office.office, title: office.title, person: holder.person}, holder))),
    ...state.bodies.flatMap(body =>
      body.places.map(place =>
        span('restingPlace', `body/${body.person}`, place.name,
          {person: body.person, title: body.name, place: place.place}, place))),
    ...state.places.flatMap(place =>
      place.names.map(name =>
        span('placeName', `place/${place.place}`, name.name, {place: place.place, title: place.place}, name))),
  ];
  return keyed(spans);
}

/** A key says which span it is whatever the dates: by the facts, which keep their ids when corrected. */
function keyed(spans) {
  const seen = new Map();
  for (const one of spans) {
    const fact = one.facts.find(f => f.role === 'begins') ?? one.facts[0];
    const stem = [one.lane, one.person ?? '', one.place ?? '', fact?.role ?? '', fact?.id ?? ''].join('|');
    const count = seen.get(stem) ?? 0;
    seen.set(stem, count + 1);
    one.key = count ? `${stem}|${count}` : stem;
  }
  return spans;
}

const momentText = moment => (moment ? `${moment.earliest}/${moment.latest}/${moment.date}` : '');
const content = span => [span.label, span.acting, momentText(span.since), momentText(span.until)].join('|');

/**
 * What was believed against what is believed today.
 * @returns {{marks: Map<string, 'changed'|'dropped'>, missing: object[]}} marks by key, and today's spans that were not believed
 */
export function difference(believed, today) {
  const now = new Map(today.map(one => [one.key, one]));
  const marks = new Map();
  for (const one of believed) {
    const other = now.get(one.key);
    if (!other) marks.set(one.key, 'dropped');
    else if (content(one) !== content(other)) marks.set(one.key, 'changed');
    now.delete(one.key);
  }
  return {marks, missing: [...now.values()]};
}

/** What is selected when a span, or a fact, is. */
export function questionOf({office = null, person = null, place = null, fact = null}) {
  return {office, person, place, fact};
}

export function isAsked(span, selection) {
  if (selection === null) return false;
  if (span.kind === 'event') return selection.fact === span.event.id;
  return ['office', 'person', 'place'].every(name => (selection[name] ?? null) === (span[name] ?? null));
}
