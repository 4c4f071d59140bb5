import {api, pathOf} from '../api.js';
import {edtfOf} from '../days.js';

/** So many steps at most from nothing to today. */
const STEPS = 60;
const PAGES_AT_MOST = 4;

/** The positions at which what is in sight was believed otherwise than before; of very many, some, and always today. */
export async function turningPoints({timeline, from, to}, {events}, head) {
  const on = `${edtfOf(Math.floor(from))}/${edtfOf(Math.ceil(to) - 1)}`;
  const positions = events.filter(one => one.begin < to && one.end >= from).map(({position}) => position);
  let after = null;
  for (let pages = 0; pages < PAGES_AT_MOST; pages++) {
    const page = await api.get(pathOf(timeline, '/changes', {on, 'known-from': 0, 'known-to': head, limit: 1000, after}));
    positions.push(...page.changes.map(({known}) => known.position));
    after = page.next;
    if (after === null) break;
  }
  return thinned([...new Set(positions)].filter(position => position < head).sort((a, b) => a - b), STEPS).concat(head);
}

export const thinned = (list, atMost) => list.filter((_, index) => index % Math.ceil(list.length / atMost) === 0);
