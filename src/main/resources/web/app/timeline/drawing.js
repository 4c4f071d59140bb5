import {nothing, svg} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {colourOf} from '../colours.js';
import {texts} from '../texts.js';
import {barsInSight, geometry} from './bars.js';
import {events} from './events.js';
import {fitted, inTwoLines, widthOf} from './measure.js';
import {tabIndex, told} from './telling.js';

/**
 * Lanes and bars as SVG. The scene says all that is drawn: {items, top, bottom, x, left, width, from, to, marks, ghostKeys,
 * disputed, labels, isSelected, focusKey, font, labelFont, unit}; `left` is where time begins, beside the labels.
 */

const GAP = 6;

/** What stands beside the bars: groups, names, rules. */
export const drawLabels = scene =>
  repeat(scene.items, item => item.key, item => (item.kind === 'group' ? group(item, scene) : laneLabels(item, scene)));

/** The bars themselves, to be cut off where the labels stand, and while playing where the clock is. */
export const drawBars = scene => repeat(
  scene.items.filter(item => item.kind === 'lane'), item => item.key, item => svg`<g>${bars(item, scene)}</g>`);

function group(item, {width, isNarrow, unit}) {
  return svg`<g class="lane-group">
    <text x=${isNarrow ? 4 : 0} y=${item.top + item.height - 10 * unit}>${texts.groups[item.group]}</text>
    <line x1="0" x2=${width} y1=${item.top + item.height - 2} y2=${item.top + item.height - 2}></line>
  </g>`;
}

function laneLabels(item, scene) {
  const {lane} = item;
  return svg`<g class="lane">
    ${lane.title ? laneLabel(item, scene) : nothing}
    ${lane.group === 'benches' ? toggle(item, scene) : nothing}
    <line class="lane-rule" x1=${scene.left} x2=${scene.width} y1=${item.top + item.height} y2=${item.top + item.height}></line>
  </g>`;
}

/** Of a lane of hundreds of rows, those in sight. */
function bars({lane, rowsTop, row, gap}, scene) {
  if (lane.group === 'events') return events(lane.rows[0], rowsTop, scene);
  const first = Math.max(0, Math.floor((scene.top - rowsTop) / (row + gap)));
  const last = Math.ceil((scene.bottom - rowsTop) / (row + gap));
  const shown = lane.rows.slice(first, Math.max(first, last)).map((list, index) => ({list, row: first + index}));
  return repeat(shown, one => one.row, one => rowOf(one.list, rowsTop + one.row * (row + gap), row, lane, scene));
}

function laneLabel(item, {left, isNarrow, labelFont, unit, width}) {
  const {title, group} = item.lane;
  const room = isNarrow ? width - (group === 'benches' ? 100 * unit : 8) : left - 16 * unit;
  const lines = isNarrow ? [fitted(title, labelFont, room)] : inTwoLines(title, labelFont, room);
  const y = isNarrow ? item.top + 15 * unit : item.rowsTop + (lines.length > 1 ? 10 : 17) * unit;
  return svg`<text class="lane-label ${lines.length > 1 ? 'two-lines' : ''}" y=${y}>${lines.map((line, index) =>
    svg`<tspan x=${isNarrow ? 4 : 0} dy=${index * 13.5 * unit}>${line}</tspan>`)}<title>${title}</title></text>`;
}

/** Lanes of many seats are thin lines until their names are asked for. */
function toggle(item, {isNarrow, labelFont, unit, width}) {
  const {title, isDense, id} = item.lane;
  const words = isDense ? texts.toNames : texts.toLines;
  const x = isNarrow ? width - widthOf(words, labelFont) : 0;
  const y = isNarrow ? item.top + 15 * unit : item.rowsTop + 42 * unit;
  return svg`<g class="toggle" role="button" tabindex="0" aria-expanded=${!isDense} aria-label=${isDense ? texts.expand(title) : texts.collapse(title)} data-lane=${id}>
    <rect x=${x - 2} y=${y - 16 * unit} width=${widthOf(words, labelFont) + 4} height=${24 * unit}></rect>
    <text x=${x} y=${y}>${words}</text></g>`;
}

function rowOf(list, top, height, of, scene) {
  const shown = barsInSight(list, scene.x, scene.width, scene.from, scene.to);
  return repeat(shown, bar => bar.key, (bar, index) => barOf(bar, shown[index + 1], top, height, of, scene));
}

function barOf(bar, next, top, height, of, scene) {
  const shape = geometry(bar, scene.x, scene.width);
  const colour = colourOf(bar.person);
  const isGhost = scene.ghostKeys.has(bar.key);
  const mark = isGhost ? 'missing' : scene.marks.get(bar.key);
  const conflicts = bar.facts.some(fact => scene.disputed.has(fact.id));
  const words = told(bar, [conflicts && texts.disputedMark, mark && texts[`${mark}Mark`]].filter(Boolean), scene);
  const isFaded = !shape.solid || shape.to - shape.from - (shape.solid[1] - shape.solid[0]) > 0.5;
  const classes = ['bar', colour, mark, conflicts && 'disputed', scene.isSelected(bar) && 'selected'].filter(Boolean);
  return svg`<g class=${classes.join(' ')} role="button" tabindex=${tabIndex(bar, scene)}
      aria-label=${words} aria-pressed=${scene.isSelected(bar)} data-key=${bar.key} .bar=${bar}>
    ${body(shape, colour, top, height, {conflicts, isGhost, isFaded})}
    ${of.isDense ? nothing : barLabel(bar, shape, next, top, height, mark, scene)}
  </g>`;
}

function body(shape, colour, top, height, {conflicts, isGhost, isFaded}) {
  const box = (from, to, fill, name) => (to - from < 0.25
    ? nothing
    : svg`<rect class=${name} x=${from} y=${top} width=${to - from} height=${height} fill=${fill}></rect>`);
  const whole = name => svg`<rect class=${name} x=${shape.from} y=${top} width=${Math.max(shape.to - shape.from, 1)} height=${height}></rect>`;
  if (isGhost) return whole('outline ghost');
  const {solid} = shape;
  return [
    isFaded ? [
      box(...shape.fadeIn, `url(#fade-in-${colour})`, 'fade'),
      box(...shape.fadeOut, `url(#fade-out-${colour})`, 'fade'),
      box(...shape.fadeIn, 'url(#hatch)', 'hatched'),
      box(...shape.fadeOut, 'url(#hatch)', 'hatched'),
    ] : nothing,
    solid ? svg`<rect class="outline solid" x=${solid[0]} y=${top} width=${Math.max(solid[1] - solid[0], 1)} height=${height}></rect>` : nothing,
    conflicts ? svg`<rect class="disputing" fill="url(#dispute)" x=${shape.from} y=${top + height - 8} width=${Math.max(shape.to - shape.from, 1)} height="8"></rect>` : nothing,
    isFaded ? whole('target') : nothing,
  ];
}

const SIGNS = {changed: '≠ ', dropped: '† ', missing: '+ '};

/** Inside if there is room, else beside, else as much of it as fits. */
function barLabel(bar, shape, next, top, height, mark, scene) {
  const from = Math.max(shape.from, scene.left) + GAP;
  const inside = Math.min(shape.to, scene.width) - from - GAP / 2;
  const words = `${SIGNS[mark] ?? ''}${bar.label}${bar.acting ? ` (${texts.acting})` : ''}`;
  const needed = widthOf(words, scene.font);
  const label = (x, shown, name) => svg`<text class="bar-label ${name}" x=${x} y=${top + height / 2}>${shown}</text>`;
  const covers = width => (isOnFade(shape, from, from + width) ? 'on-fade' : '');
  if (needed <= inside) return label(from, words, covers(needed));
  const end = Math.min(shape.to, scene.width);
  const room = (next ? geometry(next, scene.x, scene.width).from : scene.width) - end - GAP;
  if (needed <= room && end >= scene.left) return label(end + GAP, words, 'beside');
  const cut = inside > 28 * scene.unit ? fitted(words, scene.font, inside) : '';
  return cut ? label(from, cut, covers(inside)) : nothing;
}

const isOnFade = ({solid}, from, to) => !solid || from < solid[0] || to > solid[1];
