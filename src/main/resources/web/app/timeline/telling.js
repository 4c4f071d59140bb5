import {barWords} from '../words.js';

/** What every bar tells those who do not see it, and keys. */

/** The scene learns whether the bar in the order of tabs is drawn. */
export function tabIndex(bar, scene) {
  if (bar.key !== scene.focusKey) return -1;
  scene.hasFocusable = true;
  return 0;
}

const sentences = new WeakMap();

/** A bar in words, which are made once: every frame asks for them. */
export function told(bar, marks, {labels}) {
  const key = marks.join();
  const known = sentences.get(bar);
  if (known?.key === key && known.labels === labels) return known.words;
  const words = barWords(bar, marks);
  sentences.set(bar, {key, labels, words});
  return words;
}
