import {nothing, svg} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {barsInSight, geometry} from './bars.js';
import {fitted, widthOf} from './measure.js';
import {tabIndex, told} from './telling.js';

/** The lane of events: each stands in the middle of the days on which it may have happened. */

const SIZE = 5;
const MIDDLE = 13;
const LABEL_PIXELS_AT_MOST = 230;

/**
 * Labels where there is room for all of them: beside the event up to the next one, or else under it.
 * @param marks {bar, centre} in order
 * @returns {Map<object, {x, words, isUnder}>} by bar
 */
export function labelsOf(marks, {left, width, font, unit}) {
  const gap = 8 * unit;
  const labels = new Map();
  let underEnd = -Infinity;
  marks.forEach(({bar, centre}, index) => {
    const words = fitted(bar.label, font, LABEL_PIXELS_AT_MOST * unit);
    const needed = widthOf(words, font);
    const beside = centre + SIZE * unit * 1.6;
    const next = (marks[index + 1]?.centre ?? Infinity) - SIZE * unit;
    if (beside + needed + gap <= Math.min(next, width)) {
      labels.set(bar, {x: beside, words, isUnder: false});
    } else if (centre > underEnd + gap && centre + needed <= width) {
      const x = Math.max(left + 4, centre - SIZE * unit);
      labels.set(bar, {x, words, isUnder: true});
      underEnd = x + needed;
    }
  });
  return labels;
}

export function events(list, top, scene) {
  const {unit} = scene;
  const middle = top + MIDDLE * unit;
  const size = SIZE * unit;
  const marks = barsInSight(list, scene.x, scene.width, scene.from, scene.to)
    .map(bar => {
      const {from, to} = geometry(bar, scene.x, scene.width);
      return {bar, from, to, centre: (from + to) / 2};
    })
    .sort((a, b) => a.centre - b.centre);
  const labels = labelsOf(marks, scene);
  return repeat(marks, ({bar}) => bar.key, ({bar, from, to, centre}) => {
    const label = labels.get(bar);
    return svg`<g class="bar event ${scene.isSelected(bar) ? 'selected' : ''}" role="button" tabindex=${tabIndex(bar, scene)}
        aria-label=${told(bar, [], scene)} aria-pressed=${scene.isSelected(bar)} data-key=${bar.key} .bar=${bar}>
      ${to - from > size * 2
        ? svg`<rect class="hatched" fill="url(#hatch)" x=${from} y=${middle - 2} width=${to - from} height="4"></rect>` : nothing}
      <rect class="target" x=${centre - 12} y=${middle - 12} width="24" height="24"></rect>
      <path class="diamond" d="M${centre} ${middle - size} l${size} ${size} l${-size} ${size} l${-size} ${-size} z"></path>
      ${label ? svg`<text class="bar-label beside" x=${label.x} y=${middle + (label.isUnder ? 16 * unit : 0)}>${label.words}</text>` : nothing}
    </g>`;
  });
}
