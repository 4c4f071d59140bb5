import {nothing, svg} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {colourOf} from '../colours.js';
import {texts} from '../texts.js';
import {barWords} from '../words.js';
import {barsInSight, geometry} from './bars.js';
import {fitted, widthOf} from './measure.js';

/**
 * Lanes and bars as SVG. The scene says all that is drawn: {items, x, left, width, from, to, marks, ghostKeys,
 * disputed, isSelected, focusKey, font, labelFont, unit}; `left` is where time begins, beside the labels.
 */

const GAP = 6;

export const drawItems = scene =>
  repeat(scene.items, item => item.key, item => (item.kind === 'group' ? group(item, scene) : lane(item, scene)));

function group(item, {width, isNarrow, unit}) {
  return svg`<g class="lane-group">
    <text x=${isNarrow ? 4 : 0} y=${item.top + item.height - 10 * unit}>${texts.groups[item.group]}</text>
    <line x1="0" x2=${width} y1=${item.top + item.height - 2} y2=${item.top + item.height - 2}></line>
  </g>`;
}

function lane(item, scene) {
  const {lane: of, rowsTop, row, gap} = item;
  return svg`<g class="lane">
    ${of.title ? laneLabel(item, scene) : nothing}
    ${of.group === 'benches' ? toggle(item, scene) : nothing}
    <g clip-path="url(#played)">
      ${of.rows.map((bars, index) => (of.group === 'events'
        ? events(bars, rowsTop, row, scene)
        : rowOf(bars, rowsTop + index * (row + gap), row, of, scene)))}
    </g>
    <line class="lane-rule" x1=${scene.left} x2=${scene.width} y1=${item.top + item.height} y2=${item.top + item.height}></line>
  </g>`;
}

function laneLabel(item, {left, isNarrow, labelFont, unit, width}) {
  const room = isNarrow ? width - (item.lane.group === 'benches' ? 100 * unit : 8) : left - 16 * unit;
  const y = isNarrow ? item.top + 15 * unit : item.rowsTop + 17 * unit;
  return svg`<text class="lane-label" x=${isNarrow ? 4 : 0} y=${y}>${fitted(item.lane.title, labelFont, room)}<title>${item.lane.title}</title></text>`;
}

/** Lanes of many seats are thin lines until their names are asked for. */
function toggle(item, {isNarrow, labelFont, unit, width}) {
  const {title, isDense, id} = item.lane;
  const words = isDense ? texts.toNames : texts.toLines;
  const x = isNarrow ? width - widthOf(words, labelFont) : 0;
  const y = isNarrow ? item.top + 15 * unit : item.rowsTop + 36 * unit;
  return svg`<g class="toggle" role="button" tabindex="0" aria-expanded=${!isDense} aria-label=${isDense ? texts.expand(title) : texts.collapse(title)} data-lane=${id}>
    <rect x=${x - 2} y=${y - 16 * unit} width=${widthOf(words, labelFont) + 4} height=${24 * unit}></rect>
    <text x=${x} y=${y}>${words}</text></g>`;
}

function rowOf(bars, top, height, of, scene) {
  const shown = barsInSight(bars, scene.x, scene.width, scene.from, scene.to);
  return repeat(shown, bar => bar.key, (bar, index) => barOf(bar, shown[index + 1], top, height, of, scene));
}

function barOf(bar, next, top, height, of, scene) {
  const shape = geometry(bar, scene.x, scene.width);
  const colour = colourOf(bar.person);
  const isGhost = scene.ghostKeys.has(bar.key);
  const mark = isGhost ? 'missing' : scene.marks.get(bar.key);
  const conflicts = bar.facts.some(fact => scene.disputed.has(fact.id));
  const words = barWords(bar, [
    conflicts && texts.disputedMark,
    mark && texts[`${mark}Mark`],
  ].filter(Boolean));
  const classes = ['bar', colour, mark, conflicts && 'disputed', scene.isSelected(bar) && 'selected'].filter(Boolean);
  return svg`<g class=${classes.join(' ')} role="button" tabindex=${bar.key === scene.focusKey ? 0 : -1}
      aria-label=${words} aria-pressed=${scene.isSelected(bar)} data-key=${bar.key} .bar=${bar}>
    <title>${words}</title>
    ${body(shape, colour, top, height, conflicts, isGhost)}
    ${of.isDense ? nothing : barLabel(bar, shape, next, top, height, mark, scene)}
  </g>`;
}

function body(shape, colour, top, height, conflicts, isGhost) {
  const box = (from, to, fill, name) => (to - from < 0.25
    ? nothing
    : svg`<rect class=${name} x=${from} y=${top} width=${to - from} height=${height} fill=${fill ?? nothing}></rect>`);
  const width = Math.max(shape.to - shape.from, 1);
  if (isGhost) return svg`<rect class="outline" x=${shape.from} y=${top} width=${width} height=${height}></rect>`;
  return [
    shape.solid ? box(shape.solid[0], Math.max(shape.solid[1], shape.solid[0] + 1), null, 'solid') : nothing,
    box(...shape.fadeIn, `url(#fade-in-${colour})`, 'fade'),
    box(...shape.fadeOut, `url(#fade-out-${colour})`, 'fade'),
    box(...shape.fadeIn, 'url(#hatch)', 'hatched'),
    box(...shape.fadeOut, 'url(#hatch)', 'hatched'),
    conflicts ? box(shape.from, shape.to, 'url(#dispute)', 'disputing') : nothing,
    shape.solid
      ? svg`<rect class="outline" x=${shape.solid[0]} y=${top} width=${Math.max(shape.solid[1] - shape.solid[0], 1)} height=${height}></rect>`
      : nothing,
    svg`<rect class="target" x=${shape.from} y=${top} width=${width} height=${height}></rect>`,
  ];
}

const SIGNS = {changed: '≠ ', dropped: '† ', missing: '+ '};

function barLabel(bar, shape, next, top, height, mark, scene) {
  const from = Math.max(shape.from, scene.left) + GAP;
  const inside = Math.min(shape.to, scene.width) - from - GAP / 2;
  const words = `${SIGNS[mark] ?? ''}${bar.label}${bar.acting ? ` (${texts.acting})` : ''}`;
  const needed = widthOf(words, scene.font);
  const y = top + height / 2;
  if (needed <= inside) return svg`<text class="bar-label" x=${from} y=${y}>${words}</text>`;
  const end = Math.min(shape.to, scene.width);
  const room = (next ? geometry(next, scene.x, scene.width).from : scene.width) - end - GAP;
  if (needed <= room && end >= scene.left) return svg`<text class="bar-label beside" x=${end + GAP} y=${y}>${words}</text>`;
  const cut = inside > 28 * scene.unit ? fitted(words, scene.font, inside) : '';
  return cut ? svg`<text class="bar-label" x=${from} y=${y}>${cut}</text>` : nothing;
}

function events(bars, top, height, scene) {
  const shown = barsInSight(bars, scene.x, scene.width, scene.from, scene.to);
  const middle = top + height / 2;
  return repeat(shown, bar => bar.key, (bar, index) => {
    const shape = geometry(bar, scene.x, scene.width);
    const centre = (shape.from + shape.to) / 2;
    const size = 5 * scene.unit;
    const following = shown[index + 1] && geometry(shown[index + 1], scene.x, scene.width);
    const room = (following ? following.from : scene.width) - centre - size * 2.5;
    const words = room > 60 * scene.unit ? fitted(bar.label, scene.font, room) : '';
    const name = barWords(bar);
    return svg`<g class="bar event ${scene.isSelected(bar) ? 'selected' : ''}" role="button" tabindex=${bar.key === scene.focusKey ? 0 : -1}
        aria-label=${name} aria-pressed=${scene.isSelected(bar)} data-key=${bar.key} .bar=${bar}>
      <title>${name}</title>
      ${shape.to - shape.from > size * 2
        ? svg`<rect class="hatched" fill="url(#hatch)" x=${shape.from} y=${middle - 2} width=${shape.to - shape.from} height="4"></rect>` : nothing}
      <path class="diamond" d="M${centre} ${middle - size} l${size} ${size} l${-size} ${size} l${-size} ${-size} z"></path>
      ${words ? svg`<text class="bar-label beside" x=${centre + size * 1.6} y=${middle}>${words}</text>` : nothing}
    </g>`;
  });
}
