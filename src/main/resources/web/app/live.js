import {pathOf} from './api.js';
import {loadAnswer, loadChart, loadConflicts, loadLabels} from './loading.js';
import {model} from './model.js';
import {view} from './view.js';

/** Follows the log: what is appended elsewhere appears here. */

const TOGETHER_MILLIS = 250;
const AGAIN_MILLIS = 3000;

let source = null;
let followed = null;
let waiting = null;

function follow() {
  const {description, head} = model.get();
  const wanted = document.hidden || !head ? null : description?.id ?? null;
  if (wanted === followed) return;
  followed = wanted;
  source?.close();
  source = null;
  if (!followed) return;
  source = new EventSource(pathOf(followed, '/facts', {after: head.position}));
  for (const type of TYPES) source.addEventListener(type, event => arrived(JSON.parse(event.data)));
  source.addEventListener('error', refused);
}

/** A lost connection is made again by the browser, one that was refused is not. */
function refused({target}) {
  if (target !== source || target.readyState !== EventSource.CLOSED) return;
  setTimeout(() => {
    if (target !== source) return;
    followed = null;
    follow();
  }, AGAIN_MILLIS);
}

const TYPES = [
  'PersonDescribed', 'OfficeDescribed', 'PlaceDescribed', 'PersonBorn', 'PersonDied', 'OfficeEstablished', 'OfficeAbolished',
  'OfficeAssumed', 'OfficeVacated', 'BodyRelocated', 'PlaceRenamed', 'EventOccurred', 'FactCorrected', 'FactRetracted',
];

function arrived(fact) {
  const {description, head} = model.get();
  if (!head || fact.position <= head.position) return;
  model.set({
    head: {position: fact.position, recordedAt: fact.recordedAt},
    description: {...description, facts: fact.position},
    arrived: fact,
  });
  waiting ??= setTimeout(refresh, TOGETHER_MILLIS);
}

/** Many facts that come together are asked about once. */
async function refresh() {
  waiting = null;
  await Promise.all([loadChart(), view.get().known === null ? loadAnswer() : null]);
  loadConflicts();
  loadLabels();
}

export function startFollowing() {
  model.subscribe(follow);
  // A browser has few connections to a service: a page that nobody sees holds none, and catches up later.
  document.addEventListener('visibilitychange', follow);
}
