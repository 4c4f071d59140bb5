import {texts} from './texts.js';

/** Why something is no date, as the service says it, in words for who typed it; null if that is not what it says. */
export function dateReason(message) {
  const said = /is not an EDTF date: (.*?)(?: \(at character \d+\))?$/.exec(message)?.[1];
  if (said === undefined) return null;
  for (const [pattern, words] of texts.dateReasons) {
    const match = pattern.exec(said);
    if (match) return words(...match.slice(1));
  }
  return said;
}
