import {observable} from './observable.js';

/**
 * What the service has answered, for all parts of the page:
 * - timelines: all of them; description: of the one looked at; head: {position, recordedAt} of its log
 * - chart: {known, spans, offices, events, from, to} as known at the view's position; today: the same at the head if that is another
 * - conflicts: Map of fact id to the conflicts that name it; labels: Map of `person/…`, `office/…`, `place/…` to names
 * - answer: the state on the view's date; problem, answerProblem: what went wrong
 * - arrived: the fact appended last while looking
 */
const store = observable(Object.freeze({
  timelines: null,
  description: null,
  head: null,
  chart: null,
  today: null,
  conflicts: new Map(),
  labels: new Map(),
  answer: null,
  problem: null,
  answerProblem: null,
  arrived: null,
}));

export const model = {
  get: store.get,
  set: patch => store.set(Object.freeze({...store.get(), ...patch})),
  subscribe: store.subscribe,
};

/** The name of `person/…`, `office/…` or `place/…`; the slug where none is known. */
export const labelOf = (kind, slug) => model.get().labels.get(`${kind}/${slug}`) ?? slug;
