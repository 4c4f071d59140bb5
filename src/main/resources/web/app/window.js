import {quantileSorted} from 'd3-array';
import {WHOLE_UP_TO_FACTS} from './size.js';
import {fromCivil, parseDay, toCivil} from './days.js';

const ENOUGH_EVENTS = 20;

/** The years in which most of it happens: by the events where there are enough, else by the spans. */
export function firstWindow(chart) {
  const days = happenings(chart);
  if (!days.length) return years(fromCivil(1900, 1, 1), fromCivil(1999, 12, 31));
  const [low, high] = chart.events.length >= ENOUGH_EVENTS ? [0.06, 0.94] : [0.02, 0.98];
  return years(quantileSorted(days, low), quantileSorted(days, high));
}

export const isEmpty = ({spans, events}) => spans.length + events.length === 0;

/** The first day in sight on which anything was so. */
export function firstDay({spans}, {from, to}) {
  const begins = spans.filter(({begin, end}) => end.latest > from && begin.latest < to).map(({begin}) => begin.latest);
  return Math.max(Math.ceil(from), begins.length ? begins.reduce((a, b) => Math.min(a, b)) : -Infinity);
}

const found = new WeakMap();

function happenings(chart) {
  if (!found.has(chart)) found.set(chart, sortedDays(chart));
  return found.get(chart);
}

function sortedDays({events, spans}) {
  const days = events.length >= ENOUGH_EVENTS
    ? events.flatMap(event => [event.begin, event.end])
    : [...events.flatMap(event => [event.begin, event.end]),
      ...spans.flatMap(({begin, end}) => [begin.earliest, begin.latest, end.earliest, end.latest])];
  return days.filter(Number.isFinite).sort((a, b) => a - b);
}

/** Of a timeline too large for one answer, as much of its end as would be. */
export function lastPart({facts, earliest, latest}) {
  const last = parseDay(latest) ?? fromCivil(2000, 1, 1);
  const first = parseDay(earliest) ?? last - 36_525;
  return years(last - (last - first) * (WHOLE_UP_TO_FACTS / 4 / facts), last);
}

function years(first, last) {
  return {from: fromCivil(toCivil(first).year, 1, 1), to: fromCivil(toCivil(last).year + 1, 1, 1)};
}

/** The farthest that can be looked out: everything there is, and a century at least. */
export function extentOf(chart, {from, to}) {
  const days = happenings(chart);
  const first = Math.min(days[0] ?? from, from);
  const last = Math.max(days.at(-1) ?? to, to);
  const margin = Math.max((last - first) * 0.1, (36_525 - (last - first)) / 2, 366);
  return {from: first - margin, to: last + margin};
}
