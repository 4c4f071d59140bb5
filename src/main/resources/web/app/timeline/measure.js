/** How wide words are, without asking the page to lay anything out. */

const context = document.createElement('canvas').getContext('2d');
const byFont = new Map();
const KEPT_AT_MOST = 20_000;

export function widthOf(text, font) {
  let widths = byFont.get(font);
  if (!widths || widths.size > KEPT_AT_MOST) byFont.set(font, widths = new Map());
  let width = widths.get(text);
  if (width === undefined) {
    context.font = font;
    widths.set(text, width = context.measureText(text).width);
  }
  return width;
}

/** As much of the text as fits, with an ellipsis where some is left out. */
export function fitted(text, font, width) {
  if (widthOf(text, font) <= width) return text;
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (widthOf(`${text.slice(0, middle)}…`, font) <= width) low = middle;
    else high = middle - 1;
  }
  return low ? `${text.slice(0, low).trimEnd()}…` : '';
}

/** One line if it fits, else two broken between words, the second cut if it must be. */
export function inTwoLines(text, font, width) {
  if (widthOf(text, font) <= width) return [text];
  const words = text.split(' ');
  let count = words.length - 1;
  while (count > 1 && widthOf(words.slice(0, count).join(' '), font) > width) count--;
  if (count < 1) return [fitted(text, font, width)];
  return [fitted(words.slice(0, count).join(' '), font, width), fitted(words.slice(count).join(' '), font, width)];
}
