/**
 * Answers to lanes of bars, from top to bottom: {id, group, title, seats, rows, isDense}. A lane has rows of
 * bars that do not overlap; what overlaps in its doubtful ends only shares a row.
 */

export const GROUPS = ['events', 'offices', 'bodies', 'places', 'benches'];

export function lanesOf({spans, offices, events}, {expanded = new Set(), ghosts = []} = {}) {
  const byLane = Map.groupBy([...spans, ...ghosts], one => one.lane);
  const spoken = timesSpokenOf(events);
  const officeLanes = officesOf(offices, byLane).map(office => {
    const id = `office/${office.office}`;
    const bars = byLane.get(id) ?? [];
    const isBench = office.seats !== 1;
    return {
      id,
      group: isBench ? 'benches' : 'offices',
      title: office.title,
      seats: office.seats,
      weight: bars.length + 2 * (spoken.get(id) ?? 0),
      rows: isBench ? stacked(bars) : inOneLine(bars),
      isDense: isBench && !expanded.has(id),
    };
  });
  return [
    ...eventLanes(events),
    ...officeLanes.sort((a, b) => rank(a) - rank(b) || b.weight - a.weight || compare(a.title, b.title)),
    ...plainLanes(byLane, 'body', 'bodies'),
    ...plainLanes(byLane, 'place', 'places'),
  ].sort((a, b) => rank(a) - rank(b));
}

const rank = lane => GROUPS.indexOf(lane.group);
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** Offices of the answer, and those that only ghosts name. */
function officesOf(offices, byLane) {
  const known = new Set(offices.map(one => `office/${one.office}`));
  const others = [...byLane.keys()].filter(id => id.startsWith('office/') && !known.has(id));
  return [
    ...offices,
    ...others.map(id => ({office: id.slice(7), title: byLane.get(id)[0].title, seats: 1})),
  ];
}

/** What events tell of often stands above what they do not mention. */
function timesSpokenOf(events) {
  const times = new Map();
  for (const event of events) {
    for (const office of event.offices ?? []) {
      times.set(`office/${office}`, (times.get(`office/${office}`) ?? 0) + 1);
    }
  }
  return times;
}

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
  return [{id: 'events', group: 'events', title: null, seats: 0, rows: [bars], isDense: false}];
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
