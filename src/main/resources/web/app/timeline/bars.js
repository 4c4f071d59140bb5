import {bisector} from 'd3-array';

/**
 * What of a bar shows, in pixels: `solid` from and to, where it certainly was; `fadeIn` and `fadeOut`, where
 * it only possibly was; `openLeft` and `openRight` where it goes on beyond all bounds.
 */
export function geometry({begin, end}, x, width) {
  const edge = 40;
  const clamp = value => Math.max(-edge, Math.min(width + edge, value));
  const at = day => (day === -Infinity ? -edge : day === Infinity ? width + edge : clamp(x(day)));
  const from = at(begin.earliest);
  const to = Math.max(at(end.latest), from);
  const solidFrom = Math.min(at(begin.latest), to);
  const solidTo = Math.max(Math.min(at(end.earliest), to), from);
  const isSolid = solidFrom <= solidTo;
  const middle = (Math.max(from, Math.min(to, solidTo)) + Math.max(from, Math.min(to, solidFrom))) / 2;
  return {
    from,
    to,
    solid: isSolid ? [solidFrom, solidTo] : null,
    fadeIn: [from, isSolid ? solidFrom : middle],
    fadeOut: [isSolid ? solidTo : middle, to],
    openLeft: begin.earliest === -Infinity,
    openRight: end.latest === Infinity,
  };
}

const byFrom = bisector(bar => bar.begin.earliest);

/** A bar of fewer pixels is a tick, and of ticks on the same spot only the first is drawn: a screen holds no more. */
const LEAST_PIXELS = 1.5;

/** The bars of a row in sight, in order. */
export function barsInSight(row, x, width, from, to) {
  const last = byFrom.left(row, to);
  const seen = [];
  let tick = -Infinity;
  for (let index = 0; index < last; index++) {
    const bar = row[index];
    if (bar.end.latest < from) continue;
    const left = x(Math.max(bar.begin.earliest, from));
    const right = Math.min(x(Math.min(bar.end.latest, to)), width);
    if (right - left < LEAST_PIXELS && bar.kind !== 'event') {
      if (left < tick + LEAST_PIXELS) continue;
      tick = left;
    }
    seen.push(bar);
  }
  return seen;
}
