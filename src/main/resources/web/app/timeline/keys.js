import {edtfOf, plusMonths} from '../days.js';
import {model} from '../model.js';
import {view} from '../view.js';
import {focusBar} from './focusing.js';

/** Keys: the playhead goes by days, with Shift by months, with Page keys by years; plus and minus zoom. */

const ZOOM = 1.5;

export function onChartKey(event, chart) {
  if (onZoomKey(event, chart, chart.playhead.day())) return;
  if (isUnderWay(chart.playhead)) return;
  const day = Math.floor(chart.playhead.day() ?? view.get().from);
  const to = asAsked(day, moved(event, day));
  if (to === null) return;
  event.preventDefault();
  chart.playhead.seek(to);
  chart.bringIntoSight(to);
}

/** Which day was asked about is not known yet. */
function isUnderWay(playhead) {
  const {answer, answerProblem} = model.get();
  return playhead.day() === null && !answerProblem && answer !== null && answer.on !== view.get().on;
}

/** Years of more than four digits are asked about as a whole: less than a year leads to the next. */
function asAsked(day, to) {
  return to === null || to === day || edtfOf(to) !== edtfOf(day) ? to : plusMonths(day, to > day ? 12 : -12);
}

function moved({key, shiftKey}, day) {
  const {from, to} = view.get();
  switch (key) {
    case 'ArrowRight': case 'ArrowUp': return shiftKey ? plusMonths(day, 1) : day + 1;
    case 'ArrowLeft': case 'ArrowDown': return shiftKey ? plusMonths(day, -1) : day - 1;
    case 'PageUp': return plusMonths(day, shiftKey ? 120 : 12);
    case 'PageDown': return plusMonths(day, shiftKey ? -120 : -12);
    case 'Home': return Math.ceil(from);
    case 'End': return Math.ceil(to) - 1;
    default: return null;
  }
}

function onZoomKey(event, chart, around) {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const factor = {'+': ZOOM, '=': ZOOM, '-': 1 / ZOOM, _: 1 / ZOOM}[event.key];
  if (!factor) return false;
  event.preventDefault();
  chart.zooming.times(factor, around);
  return true;
}

/** Among bars: left and right along the lane, up and down between lanes, Enter asks. */
export function onBarKey(event, chart) {
  const toggle = event.target.closest?.('.toggle');
  if (toggle && (event.key === 'Enter' || event.key === ' ')) {
    event.preventDefault();
    chart.toggle(toggle.dataset.lane);
    return;
  }
  const group = event.target.closest?.('.bar');
  if (!group || onZoomKey(event, chart, middleOf(group.bar))) return;
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    chart.ask(group.bar);
    return;
  }
  const next = neighbour(event.key, group.bar, chart.lanes);
  if (!next) return;
  event.preventDefault();
  focusBar(chart, next);
}

function neighbour(key, bar, lanes) {
  const rows = lanes.flatMap(lane => lane.rows);
  const row = rows.findIndex(bars => bars.some(one => one.key === bar.key));
  if (row < 0) return null;
  const index = rows[row].findIndex(one => one.key === bar.key);
  switch (key) {
    case 'ArrowRight': return rows[row][index + 1] ?? null;
    case 'ArrowLeft': return rows[row][index - 1] ?? null;
    case 'ArrowDown': return nearest(rows[row + 1], bar);
    case 'ArrowUp': return nearest(rows[row - 1], bar);
    case 'Home': return rows[row][0];
    case 'End': return rows[row].at(-1);
    default: return null;
  }
}

const middleOf = ({begin, end}) => {
  const {from, to} = view.get();
  return (Math.max(begin.earliest, from) + Math.min(end.latest, to)) / 2;
};

function nearest(row, bar) {
  if (!row) return null;
  const middle = middleOf(bar);
  return row.reduce((a, b) => (Math.abs(middleOf(b) - middle) < Math.abs(middleOf(a) - middle) ? b : a));
}
