import {widthOf} from '../timeline/measure.js';

/** The key of the page, for a picture that leaves it: what the marks mean, and whose colours are seen. */

const GAP = 18;
const ROW = 22;
const SAMPLE = {width: 34, height: 16};
const SWATCH = {width: 12, height: 12};

/** Each thing the key explains: its sample and its words. */
function entriesOf(key, {copied, node, plain}) {
  const marks = [...key.querySelectorAll('.marks li')].map(item => ({
    words: item.textContent.trim(), ...SAMPLE,
    drawn: [...item.querySelector('svg').children].map(shape => copied(shape, plain)),
  }));
  const people = [...key.querySelectorAll('.people li')].map(item => {
    const swatch = item.querySelector('.swatch');
    const style = swatch && getComputedStyle(swatch);
    return {
      words: item.textContent.trim(), ...SWATCH,
      drawn: swatch ? [node('rect', {y: 2, ...SWATCH, fill: plain(style.backgroundColor), stroke: plain(style.borderTopColor)})] : [],
    };
  });
  return [marks, people].filter(entries => entries.length);
}

/**
 * @param width that the rows may take; text: (words, x, y) to a text of the picture, in `font`
 * @returns {{drawn: SVGElement[], height: number}}
 */
export function keyOf(key, {width, left, top, font, text, ...tools}) {
  const drawn = [];
  let y = top;
  for (const entries of entriesOf(key, tools)) {
    let x = left;
    for (const entry of entries) {
      const needed = entry.width + 6 + widthOf(entry.words, font) + GAP;
      if (x > left && x + needed > left + width) [x, y] = [left, y + ROW];
      drawn.push(tools.node('g', {transform: `translate(${x} ${y})`}, ...entry.drawn), text(entry.words, x + entry.width + 6, y + 12));
      x += needed;
    }
    y += ROW;
  }
  return {drawn, height: y - top};
}
