import {texts} from '../texts.js';

/** So many offices come before the bodies and the places, which else nobody would see. */
const FOREMOST = 4;

/**
 * Answers to lanes of bars, from top to bottom: {id, group, title, seats, rows, isDense}. A lane has rows of
 * bars that do not overlap; what overlaps in its doubtful ends only shares a row.
 *
 * @param chart what was believed
 * @param today what is believed today, if that is another; its order is kept, so that lanes stay where they are
 * @param ghosts today's spans that were not believed then; expanded: lanes of many seats whose bars show names
 */
export function lanesOf(chart, {expanded = new Set(), ghosts = [], today = null} = {}) {
  const byLane = Map.groupBy([...chart.spans, ...ghosts], one => one.lane);
  const offices = rankedOffices(chart, today).map(office => officeLane(office, byLane, expanded));
  const single = offices.filter(lane => lane.seats === 1);
  const bodies = plainLanes(byLane, 'body', 'bodies');
  const places = plainLanes(byLane, 'place', 'places');
  const first = bodies.length + places.length && single.length > FOREMOST + 1 ? FOREMOST : single.length;
  return [
    ...eventLanes(chart.events),
    ...single.slice(0, first),
    ...bodies,
    ...places,
    ...single.slice(first).map(lane => ({...lane, group: 'otherOffices'})),
    ...offices.filter(lane => lane.seats !== 1),
  ];
}

function officeLane({office, title, seats}, byLane, expanded) {
  const id = `office/${office}`;
  const bars = byLane.get(id) ?? [];
  const isBench = seats !== 1;
  return {
    id,
    group: isBench ? 'benches' : 'offices',
    title,
    seats,
    rows: isBench ? stacked(bars) : inOneLine(bars),
    isDense: isBench && !expanded.has(id),
  };
}

/** Offices, those that events and holders speak of most first: what a chart begins with. */
export function rankedOffices(chart, today = null) {
  const {offices, spans, events} = today ?? chart;
  const all = new Map([...offices, ...chart.offices].map(one => [one.office, one]));
  const weights = new Map();
  const weigh = (office, weight) => weights.set(office, (weights.get(office) ?? 0) + weight);
  for (const span of spans) if (span.office) weigh(span.office, 1);
  for (const event of events) for (const office of event.offices ?? []) weigh(office, 2);
  const weightOf = ({office}) => weights.get(office) ?? 0;
  return [...all.values()].sort((a, b) => weightOf(b) - weightOf(a) || compare(a.title, b.title));
}

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

function plainLanes(byLane, kind, group) {
  return [...byLane.entries()]
    .filter(([id]) => id.startsWith(`${kind}/`))
    .map(([id, bars]) => ({
      id,
      group,
      title: group === 'places' ? laneNameOf(bars) : bars[0].title,
      seats: 1,
      rows: inOneLine(bars),
      isDense: false,
    }))
    .sort((a, b) => compare(a.title, b.title));
}

/** A place goes by its last name. */
const laneNameOf = bars => bars.reduce((a, b) => (b.begin.latest >= a.begin.latest ? b : a)).label;

function eventLanes(events) {
  if (!events.length) return [];
  const bars = events.map(event => ({
    kind: 'event',
    key: `event|${event.id}`,
    lane: 'events',
    label: event.title,
    event,
    begin: {earliest: event.begin, latest: event.begin},
    end: {earliest: event.end + 1, latest: event.end + 1},
    facts: [{id: event.id, role: 'begins'}],
  })).sort(byBegin);
  return [{id: 'events', group: 'events', title: texts.groups.events, seats: 0, rows: [bars], isDense: false}];
}

const byBegin = (a, b) => a.begin.earliest - b.begin.earliest || a.begin.latest - b.begin.latest || a.end.latest - b.end.latest;

/** Between these a bar is as good as certain; of one that nowhere is, the middle. */
function core({begin, end}) {
  if (begin.latest < end.earliest) return [begin.latest, end.earliest];
  const middle = (Math.max(begin.earliest, -1e12) + Math.min(end.latest, 1e12)) / 2;
  return [middle, middle];
}

const inOneLine = bars => packed(bars, core);
const stacked = bars => packed(bars, ({begin, end}) => [begin.earliest, end.latest]);

/** First fit, in order of begin: rows stay in an order that the eye can follow. */
function packed(bars, extent) {
  const rows = [];
  const ends = [];
  for (const bar of [...bars].sort(byBegin)) {
    const [from, to] = extent(bar);
    let row = ends.findIndex(end => end <= from);
    if (row < 0) row = ends.push(-Infinity) - 1;
    ends[row] = to;
    (rows[row] ??= []).push(bar);
  }
  return rows;
}
