import {quantileSorted} from 'd3-array';
import {WHOLE_UP_TO_FACTS} from './size.js';
import {fromCivil, parseDay, toCivil} from './days.js';

const ENOUGH_EVENTS = 20;

/** The years in which most of it happens: by the events where they are many and speak of the time of the spans, else by the spans. */
export function firstWindow(chart) {
  const {events, spans} = daysOf(chart);
  const byEvents = events.length >= 2 * ENOUGH_EVENTS ? central(events, 0.06) : null;
  const bySpans = spans.length ? central(spans, 0.02) : null;
  const most = byEvents && (!bySpans || lengthOf(byEvents) <= 1.5 * lengthOf(bySpans)) ? byEvents : bySpans ?? byEvents ?? central(events, 0);
  return most ? years(...most) : years(fromCivil(1900, 1, 1), fromCivil(1999, 12, 31));
}

const lengthOf = ([first, last]) => Math.max(last - first, 366);

/** Without so large a part at either end; null without days. */
const central = (days, part) => (days.length ? [quantileSorted(days, part), quantileSorted(days, 1 - part)] : null);

export const isEmpty = ({spans, events}) => spans.length + events.length === 0;

/** The first day in sight on which anything was so. */
export function firstDay({spans}, {from, to}) {
  const begins = spans.filter(({begin, end}) => end.latest > from && begin.latest < to).map(({begin}) => begin.latest);
  return Math.max(Math.ceil(from), begins.length ? begins.reduce((a, b) => Math.min(a, b)) : -Infinity);
}

const found = new WeakMap();

/** The days on which anything begins, ends or happens, in order. */
function daysOf(chart) {
  if (!found.has(chart)) {
    const sorted = days => days.filter(Number.isFinite).sort((a, b) => a - b);
    found.set(chart, {
      events: sorted(chart.events.flatMap(({begin, end}) => [begin, end])),
      spans: sorted(chart.spans.flatMap(({begin, end}) => [begin.earliest, begin.latest, end.earliest, end.latest])),
    });
  }
  return found.get(chart);
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

/** Everything there is, whatever is in sight now. */
export function wholeOf(chart) {
  const [first, last] = endsOf(chart);
  return Number.isFinite(first) ? years(first, last) : firstWindow(chart);
}

/** The farthest that can be looked out: everything there is, and a century at least. */
export function extentOf(chart, {from, to}) {
  const [first, last] = endsOf(chart);
  if (!Number.isFinite(first)) return {from: Math.min(from, to - 36_525), to};
  const margin = Math.max((last - first) * 0.1, (36_525 - (last - first)) / 2, 366);
  return {from: Math.min(first - margin, from), to: Math.max(last + margin, to)};
}

function endsOf(chart) {
  const {events, spans} = daysOf(chart);
  return [Math.min(events[0] ?? Infinity, spans[0] ?? Infinity), Math.max(events.at(-1) ?? -Infinity, spans.at(-1) ?? -Infinity)];
}
