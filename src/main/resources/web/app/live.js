import {pathOf} from './api.js';
import {follow} from './eventStream.js';
import {loadAnswer, loadChart, loadConflicts, loadLabels} from './loading.js';
import {model} from './model.js';
import {view} from './view.js';

/** Follows the log: what is appended elsewhere appears here. */

const TOGETHER_MILLIS = 250;

let close = null;
let followed = null;
let waiting = null;

function followLog() {
  const {description, head} = model.get();
  const wanted = document.hidden || !head ? null : description?.id ?? null;
  if (wanted === followed) return;
  followed = wanted;
  close?.();
  close = followed && follow(pathOf(followed, '/facts', {after: head.position}), {event: ({data}) => arrived(JSON.parse(data)), lost() {}});
}

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
  model.subscribe(followLog);
  // A browser has few connections to a service: a page that nobody sees holds none, and catches up later.
  document.addEventListener('visibilitychange', followLog);
}
