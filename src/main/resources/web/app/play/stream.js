import {pathOf} from '../api.js';
import {edtfOf, parseDay} from '../days.js';
import {model} from '../model.js';
import {knownPosition, view} from '../view.js';
import {playing} from './playing.js';

/**
 * Plays the replay stream: the stream's clock says the day, frames between two of its words go on at the same
 * pace. After a lost connection an EventSource goes on by itself, with the id of the last event.
 */

let source = null;
let frame = 0;
let clock = null;
let span = null;

/** Without a word for so long the clock stands still. */
const SILENCE_MILLIS = 1500;
const AGAIN_MILLIS = 3000;

export function play() {
  stop();
  const {timeline, from, to} = view.get();
  const {head, answer} = model.get();
  if (!head || from === null) return;
  const {seconds} = playing.get();
  const on = parseDay(view.get().on) ?? parseDay(answer?.earliest) ?? Math.floor(from);
  const last = Math.ceil(to) - 1;
  const first = on >= from && on < last ? on : Math.ceil(from);
  const daysPerSecond = (to - from) / seconds;
  span = {last, daysPerSecond};
  clock = {day: first, at: performance.now()};
  playing.set({status: 'playing', day: first, moment: null});
  source = new EventSource(pathOf(timeline, '/replay', {
    from: edtfOf(first), to: edtfOf(last), speed: plain(daysPerSecond), known: knownPosition(view.get(), head),
  }));
  source.addEventListener('clock', event => heard(parseDay(JSON.parse(event.data).date)));
  source.addEventListener('fact', event => {
    const moment = JSON.parse(event.data);
    heard(parseDay(moment.date));
    playing.set({moment});
  });
  source.addEventListener('end', () => finish(last));
  source.addEventListener('error', lost);
  frame = requestAnimationFrame(run);
}

/** One that was refused does not try again by itself. */
function lost({target}) {
  if (target !== source) return;
  playing.set({status: 'lost'});
  if (target.readyState === EventSource.CLOSED) setTimeout(() => target === source && play(), AGAIN_MILLIS);
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

function finish(last) {
  stop();
  view.set({on: edtfOf(last)});
}

/** Where it was, it stays. */
export function stop() {
  source?.close();
  source = null;
  cancelAnimationFrame(frame);
  if (playing.get().status !== 'idle') playing.set({status: 'idle', day: null, moment: null});
}

/** Another date or knowledge: the stream begins anew from there. Another window leaves its pace and its end. */
view.subscribe((now, before) => {
  if (!source) return;
  if (now.timeline !== before.timeline) stop();
  else if (now.known !== before.known) play();
  else if (now.on !== before.on && now.on !== edtfOf(playing.get().day)) play();
});
