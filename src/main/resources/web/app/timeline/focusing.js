import {view} from '../view.js';
import {barsInSight} from './bars.js';

const WIDE_ENOUGH_PIXELS = 4;

/** One bar is in the order of tabs: the one that had the focus, else the first in sight. */
export function keepFocusable(chart) {
  if (!chart.shown || chart.shown.hasFocusable) return;
  const bar = chart.querySelector('.bar:not(.event)') ?? chart.querySelector('.bar');
  chart.focusKey = bar?.dataset.key ?? null;
}

/** The bar that has the focus, if one has. */
export const focusedBar = chart => (chart.contains(document.activeElement) ? document.activeElement.closest('.bar')?.bar ?? null : null);

/** Where a bar that had the focus is drawn no more, its nearest neighbour takes it, else the playhead. */
export function keepFocus(chart) {
  const {hadFocus} = chart;
  if (!hadFocus || focusedBar(chart) || document.activeElement !== document.body) return;
  const drawn = [...chart.querySelectorAll('.bar')];
  const next = drawn.find(one => one.bar.key === hadFocus.key) ?? drawn.find(one => one.bar.lane === hadFocus.lane);
  (next ?? chart.querySelector('.playhead')).focus({preventScroll: true});
}

/** Focus goes to a bar, which is brought into sight first. */
export async function focusBar(chart, bar) {
  scrollTo(chart, bar);
  const {from, to} = view.get();
  if (bar.end.latest <= from || bar.begin.earliest >= to) {
    chart.zooming.show(beginOf(bar) - (to - from) / 2, to - from);
  }
  if (!isDrawn(chart, bar)) nearTo(chart, bar);
  chart.focusKey = bar.key;
  await chart.updateComplete;
  chart.querySelector('.bar[tabindex="0"]')?.focus();
}

/** Focus goes to the next bar that differs from what is believed today, from top to bottom, and round again. */
export function focusDifference(chart) {
  const differing = chart.lanes.flatMap(lane => lane.rows.flat())
    .filter(bar => chart.marks.has(bar.key) || chart.ghostKeys.has(bar.key));
  const at = differing.findIndex(bar => bar.key === chart.focusKey);
  if (differing.length) focusBar(chart, differing[(at + 1) % differing.length]);
}

/** Small bars join their neighbours' traces. */
function isDrawn(chart, bar) {
  const {from, to} = view.get();
  const row = chart.lanes.flatMap(lane => lane.rows).find(bars => bars.includes(bar));
  return barsInSight(row, chart.x, chart.size.width, from, to).includes(bar);
}

/** So near that the bar shows by itself. */
function nearTo(chart, {begin, end}) {
  const length = Math.max(end.latest - begin.earliest, 1);
  const days = length * (chart.size.width - chart.left) / WIDE_ENOUGH_PIXELS;
  chart.zooming.show(begin.earliest + (length - days) / 2, days);
}

function scrollTo(chart, bar) {
  const item = chart.plan.items.find(one => one.lane?.rows.some(row => row.includes(bar)));
  const row = item.lane.rows.findIndex(bars => bars.includes(bar));
  const scroller = chart.querySelector('.chart-scroll');
  const top = item.rowsTop + row * (item.row + item.gap);
  if (top >= scroller.scrollTop + 40 && top + item.row <= scroller.scrollTop + chart.size.height - 20) return;
  scroller.scrollTop = Math.max(0, top - chart.size.height / 2);
  chart.scrolled = scroller.scrollTop;
}

/** The first day on which it certainly was so, as far as there is one; of what only ends, the last. */
export function beginOf({begin, end}) {
  if (Number.isFinite(begin.latest) && begin.latest < end.latest) return begin.latest;
  if (Number.isFinite(end.earliest)) return Math.max(begin.earliest, end.earliest - 1);
  return Math.floor(view.get().from);
}
