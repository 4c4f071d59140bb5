import {pathOf} from '../api.js';
import {boundsWords, dayWords, momentWords, parseDay} from '../days.js';
import {spansOf} from '../spans.js';
import {texts} from '../texts.js';
import {addressOf} from '../view.js';
import {spanWords, timeWords} from '../words.js';

const DAY_MILLIS = 86_400_000;

function today() {
  const now = new Date();
  return Math.floor(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / DAY_MILLIS);
}

/** The days asked about, in words. */
export const whenWords = ({on, earliest, latest}) =>
  (earliest === undefined ? on : boundsWords(parseDay(earliest), parseDay(latest)));

const fits = selection => span =>
  ['office', 'person', 'place'].every(name => !selection[name] || selection[name] === span[name]);

function said(span) {
  const sure = span.certainty === 'certain' ? texts.certainly : texts.possibly;
  return `${spanWords(span)} (${sure}), ${timeWords(span)}`;
}

const happened = event => `${texts.happens(event.title, momentWords(event))} (${texts.factNumber(event.position)})`;

/**
 * The answer in sight, pinned on both axes: of an event, the fact that says it.
 * @param answer the state on the view's date
 * @param events those in the chart
 * @returns {{reference: string, address: string, api: string}}
 */
export function citationOf(view, description, answer, events) {
  const position = answer.known.position;
  const {on} = answer;
  const pinned = {...view, on, known: position};
  const address = addressOf(pinned);
  const {office = null, person = null, place = null, fact = null} = view.selection ?? {};
  const event = fact && events.find(one => one.id === fact);
  const when = whenWords(answer);
  const spans = office || person || place ? spansOf(answer).filter(fits({office, person, place})) : [];
  const what = event ? happened(event) : spans.length ? `${spans.map(said).join('; ')}. ${when}` : texts.share.stateOn(when);
  const recorded = answer.known.recordedAt && texts.instant(answer.known.recordedAt);
  return {
    reference: [
      `${what}, ${texts.share.asKnown(position, recorded)}.`, `“${description.title}”, ${texts.name}.`, address,
      texts.share.accessed(dayWords(today())),
    ].join(' '),
    address,
    api: location.origin + (event
      ? pathOf(view.timeline, `/facts/${event.id}`, {known: position})
      : pathOf(view.timeline, '/state', {on, known: position, office, person, place})),
  };
}
