import {fromWords, momentWords, sinceWords, untilWords} from './days.js';
import {labelOf} from './model.js';
import {texts} from './texts.js';

/** What a span says, without its dates. */
export function spanWords(span) {
  if (span.kind === 'tenure') {
    const name = span.name ?? span.label;
    return span.acting ? texts.actingHolds(name, span.title) : texts.holds(name, span.title);
  }
  if (span.kind === 'restingPlace') return texts.lies(span.personName ?? span.title, span.label ?? span.name);
  return texts.called(span.label ?? span.name, labelOf('place', span.place));
}

export const timeWords = ({since, until}) => (until ? `${fromWords(since)} ${untilWords(until)}` : sinceWords(since));

/** A bar to those who do not see it. */
export function barWords(bar, marks = []) {
  if (bar.kind === 'event') {
    return texts.happens(bar.label, momentWords(bar.event));
  }
  return [spanWords(bar), timeWords(bar), ...marks].join(', ');
}
