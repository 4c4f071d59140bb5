/** A person's colour: the same wherever the page shows them, and another than of those beside them. */

/** Of `colours.css`: so many hues, each in three tones. */
const HUES = 12;
export const COLOURS = 3 * HUES;

/** How much alike two colours are, from 1 for the same. */
function likeness(a, b) {
  if (a === b) return 1;
  const apart = Math.abs(a - b) % HUES;
  if (apart === 0) return 0.4;
  return apart === 1 || apart === HUES - 1 ? 0.15 : 0;
}

const LIKENESS = Array.from({length: COLOURS}, (_, a) => Array.from({length: COLOURS}, (_, b) => likeness(a, b)));

/** Those in the same lane should differ, most of all from the next; then those of the same time. */
const SAME_LANE = 4;
const NEXT_IN_LANE = 12;
const SAME_TIME = 1;
/** With more bars nobody looks at all of one time at once. */
const SAME_TIME_UP_TO = 3000;

/** FNV-1a, then mixed, since slugs of one family differ in few letters. */
function hash(text) {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}

const byBegin = (a, b) => a.begin.earliest - b.begin.earliest || a.begin.latest - b.begin.latest || (a.person < b.person ? -1 : 1);

/** For each person, how much it matters that others look different: Map of person to Map of person to weight. */
function neighbours(spans) {
  const found = new Map(spans.map(({person}) => [person, new Map()]));
  const near = (a, b, weight) => {
    if (a === b) return;
    found.get(a).set(b, (found.get(a).get(b) ?? 0) + weight);
    found.get(b).set(a, (found.get(b).get(a) ?? 0) + weight);
  };
  for (const lane of Map.groupBy(spans, span => span.lane).values()) {
    lane.forEach(({person}, index) => lane.slice(index + 1, index + COLOURS).forEach((other, apart) =>
      near(person, other.person, apart === 0 ? NEXT_IN_LANE : SAME_LANE / apart)));
  }
  if (spans.length > SAME_TIME_UP_TO) return found;
  spans.forEach((span, index) => {
    for (let next = index + 1; next < spans.length && spans[next].begin.earliest < span.end.latest; next++) {
      near(span.person, spans[next].person, SAME_TIME);
    }
  });
  return found;
}

/**
 * @param spans those of lanes in which one bar follows another
 * @param kept colours already given, which stay
 * @returns {Map<string, number>} a colour for each person; the same for the same spans
 */
export function assigned(spans, kept = new Map()) {
  const ordered = spans.filter(({person}) => person).sort(byBegin);
  const near = neighbours(ordered);
  const colours = new Map(kept);
  for (const person of near.keys()) {
    if (!colours.has(person)) colours.set(person, leastLike(near.get(person), colours, hash(person)));
  }
  return colours;
}

function leastLike(near, colours, preferred) {
  const cost = new Array(COLOURS).fill(0);
  for (const [other, weight] of near) {
    const taken = colours.get(other);
    if (taken !== undefined) LIKENESS[taken].forEach((like, colour) => { cost[colour] += weight * like; });
  }
  let best = preferred % COLOURS;
  for (let step = 1; step < COLOURS; step++) {
    const colour = (preferred + step) % COLOURS;
    if (cost[colour] < cost[best]) best = colour;
  }
  return best;
}

let given = {timeline: null, colours: new Map()};

/** Gives colours to all whom a chart shows; those who have one on this timeline keep it. */
export function giveColours(timeline, {offices, spans}) {
  const kept = given.timeline === timeline ? given.colours : new Map();
  const single = new Set(offices.filter(({seats}) => seats === 1).map(({office}) => `office/${office}`));
  given = {timeline, colours: assigned(spans.filter(({lane, kind}) => kind === 'restingPlace' || single.has(lane)), kept)};
}

/** @returns the class that carries the colour, of `colours.css`; whom the chart does not show has one by name alone */
export const colourOf = person => (person ? `p${given.colours.get(person) ?? hash(person) % COLOURS}` : 'p-none');
