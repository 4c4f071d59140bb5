/** Where lanes stand: heights in CSS pixels. */

/** `under` is where the labels of events stand that have no room beside them. */
const HEIGHTS = {row: 26, dense: 9, gap: 4, denseGap: 2, lane: 8, group: 34, label: 20, under: 12};

/**
 * @param isNarrow whether labels stand above their lanes, not beside them; unit: how large the page's type is, 1 for 16 px
 * @returns {{items: object[], height: number}} items: {kind: 'group'|'lane', top, height, …} in order
 */
export function layout(lanes, {isNarrow, unit}) {
  const heights = Object.fromEntries(Object.entries(HEIGHTS).map(([name, pixels]) => [name, pixels * unit]));
  const items = [];
  let top = 0;
  let group = null;
  for (const lane of lanes) {
    const isAnew = lane.group !== group;
    group = lane.group;
    // Events are one lane, which says itself what it is.
    if (isAnew && group !== 'events') {
      items.push({kind: 'group', group, key: `group|${group}`, top, height: heights.group});
      top += heights.group;
    }
    const row = lane.isDense ? heights.dense : group === 'events' ? heights.row + heights.under : heights.row;
    const gap = lane.isDense ? heights.denseGap : heights.gap;
    const label = isNarrow && lane.title ? heights.label : 0;
    const rows = Math.max(lane.rows.length, 1);
    const height = label + Math.max(rows * (row + gap) - gap, isNarrow ? 0 : group === 'benches' ? heights.row * 2.1 : heights.row) + heights.lane;
    items.push({kind: 'lane', lane, key: lane.id, top, height, rowsTop: top + label + heights.lane / 2, row, gap});
    top += height;
  }
  return {items, height: top};
}

/** Those that show between two heights. */
export const inSight = ({items}, top, bottom) => items.filter(item => item.top < bottom && item.top + item.height > top);
