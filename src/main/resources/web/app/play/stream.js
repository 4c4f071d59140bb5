import {pathOf} from '../api.js';
import {edtfOf, parseDay} from '../days.js';
import {follow} from '../eventStream.js';
import {model} from '../model.js';
import {knownPosition, view} from '../view.js';
import {playing} from './playing.js';
import {Telling} from './telling.js';
import {weightsOf} from './weights.js';

/**
 * Plays the replay stream: the stream's clock says the day, frames between two of its words go on at the same
 * pace. After a lost connection the stream goes on where it was.
 */

let close = null;
let frame = 0;
let clock = null;
let span = null;
let eye = null;
let ear = null;

/** What is told can be read; what is spoken can be heard to its end. */
const READ = {heldMillis: 560, atMost: 3};
const HEARD = {heldMillis: 5000, atMost: 1};

/** Without a word for so long the clock stands still. */
const SILENCE_MILLIS = 1500;

export function play() {
  stop();
  const {timeline, from, to} = view.get();
  const {head, answer, chart} = model.get();
  if (!head || !chart || from === null) return;
  const {seconds} = playing.get();
  const on = parseDay(view.get().on) ?? parseDay(answer?.earliest) ?? Math.floor(from);
  const last = Math.ceil(to) - 1;
  const first = on >= from && on < last ? on : Math.ceil(from);
  const daysPerSecond = (to - from) / seconds;
  span = {last, daysPerSecond};
  clock = {day: first, at: performance.now()};
  [eye, ear] = [new Telling(READ), new Telling(HEARD)];
  playing.set({status: 'playing', day: first, moment: null, spoken: null});
  const weigh = weightsOf(chart);
  const hear = {
    clock: ({date}) => heard(parseDay(date)),
    fact({date, fact}) {
      heard(parseDay(date));
      for (const telling of [eye, ear]) telling.hear(fact, weigh(fact));
    },
    end: () => finish(last),
  };
  close = follow(pathOf(timeline, '/replay', {
    from: edtfOf(first), to: edtfOf(last), speed: plain(daysPerSecond), known: knownPosition(view.get(), head),
  }), {event: ({type, data}) => hear[type]?.(JSON.parse(data)), lost: () => playing.set({status: 'lost'})});
  frame = requestAnimationFrame(run);
}

/** Decimal, never with an exponent. */
const plain = number => number.toFixed(6);

function heard(day) {
  if (day === null) return;
  clock = {day: Math.max(day, clock.day), at: performance.now()};
  if (playing.get().status === 'lost') playing.set({status: 'playing'});
}

/** Who wants less motion sees the clock's own steps, four a second. */
const isCalm = matchMedia('(prefers-reduced-motion: reduce)');

function run(now) {
  tell();
  if (isCalm.matches) now = clock.at;
  const quiet = now - clock.at;
  if (quiet < SILENCE_MILLIS) {
    const day = Math.min(clock.day + (Math.max(0, quiet) / 1000) * span.daysPerSecond, span.last);
    if (day > playing.get().day) {
      playing.set({day});
      view.set({on: edtfOf(day)});
    }
  }
  frame = requestAnimationFrame(run);
}

function tell() {
  const now = performance.now();
  const [moment, spoken] = [eye.next(now), ear.next(now)];
  if (moment) playing.set({moment});
  if (spoken) playing.set({spoken});
}

function finish(last) {
  stop();
  view.set({on: edtfOf(last)});
}

/** Where it was, it stays. */
export function stop() {
  close?.();
  close = null;
  cancelAnimationFrame(frame);
  if (playing.get().status !== 'idle') playing.set({status: 'idle', day: null});
}

/** What was told last stays as long as the date that it was paused at. */
function forget(now, before) {
  const isSame = ['timeline', 'on', 'known'].every(name => now[name] === before[name]);
  if (!isSame && playing.get().moment) playing.set({moment: null, spoken: null});
}

/** Another date or knowledge: the stream begins anew from there. Another window leaves its pace and its end. */
view.subscribe((now, before) => {
  if (!close) return void forget(now, before);
  if (now.timeline !== before.timeline) stop();
  else if (now.known !== before.known) play();
  else if (now.on !== before.on && now.on !== edtfOf(playing.get().day)) play();
});
