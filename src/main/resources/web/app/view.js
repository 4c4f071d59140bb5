import {observable} from './observable.js';
import {searchOf, viewOf} from './address.js';

/**
 * What is looked at: {timeline, on, known, from, to, selection}. `on` is a date as typed (EDTF), `known` a
 * position or null for the newest, `from` and `to` the first day in sight and the first after it,
 * `selection` {office, person, place, fact} or null. The address bar always holds it.
 */
const store = observable(Object.freeze(viewOf(location.search)));

const PAUSE_MILLIS = 400;
let written = 0;
let pending;

function write() {
  pending = undefined;
  written = Date.now();
  history.replaceState(null, '', searchOf(store.get()));
}

/** Browsers bound how often an address may change: what moves is written a few times a second. */
function writeSoon() {
  pending ??= setTimeout(write, Math.max(0, written + PAUSE_MILLIS - Date.now()));
}

function set(patch, {step = false} = {}) {
  const before = store.get();
  const next = Object.freeze({...before, ...patch});
  if (Object.keys(next).every(name => next[name] === before[name])) return;
  if (step && searchOf(next) !== location.search) {
    if (pending) {
      clearTimeout(pending);
      write();
    }
    history.pushState(null, '', searchOf(next));
    store.set(next);
  } else {
    store.set(next);
    writeSoon();
  }
}

addEventListener('popstate', () => {
  clearTimeout(pending);
  pending = undefined;
  store.set(Object.freeze(viewOf(location.search)));
});

export const view = {
  get: store.get,
  /** With {step: true} the view before can be gone back to. */
  set,
  subscribe: store.subscribe,
};

/** The position up to which a view's facts are known: never past the head. */
export const knownPosition = ({known}, head) => Math.min(known ?? head.position, head.position);

/** The whole address of a view, to be kept or sent. */
export const addressOf = value => location.origin + location.pathname + searchOf(value);
