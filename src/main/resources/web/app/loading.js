import {api, latest, pathOf} from './api.js';
import {giveColours} from './colours.js';
import {inEffect} from './inEffect.js';
import {model} from './model.js';
import {spansOf} from './spans.js';
import {edtfOf, parseDay} from './days.js';
import {EVENTS_AT_MOST, WHOLE_UP_TO_FACTS} from './size.js';
import {firstDay, firstWindow, isEmpty, lastPart} from './window.js';
import {knownPosition, view} from './view.js';

const FLAGSHIP = 'soviet-union-1953-1964';
const ALL_TIME = 'Y-999999999/Y999999999';
const CONFLICT_PAGES = 4;

const isLarge = description => description.facts > WHOLE_UP_TO_FACTS;

/** The stretch asked for: all, or what is in sight with as much on both sides. */
function stretch(description, {from, to}) {
  if (!isLarge(description) || from === null) return {from: -Infinity, to: Infinity, on: ALL_TIME};
  const margin = (to - from) / 2;
  const [first, last] = [Math.floor(from - margin), Math.ceil(to + margin)];
  return {from: first, to: last, on: `${edtfOf(first)}/${edtfOf(last)}`};
}

async function factsOf(timeline, type, known, bounds, signal, atMost = Infinity) {
  const facts = [];
  let after = 0;
  do {
    const page = await api.get(pathOf(timeline, '/facts', {type, limit: 1000, after, known, ...bounds}), {signal});
    facts.push(...page.facts);
    after = page.next;
  } while (after !== null && facts.length < atMost);
  return facts;
}

async function eventsOf(timeline, known, bounds, signal) {
  const lists = await Promise.all([
    factsOf(timeline, 'EventOccurred', known, bounds, signal, EVENTS_AT_MOST),
    factsOf(timeline, 'FactCorrected', known, {}, signal),
    factsOf(timeline, 'FactRetracted', known, {}, signal),
  ]);
  const events = inEffect(lists.flat().sort((a, b) => a.position - b.position));
  const contents = await Promise.all(events.map(fact => (fact.correctedBy ? contentOf(timeline, fact, known, signal) : fact)));
  return contents.map(fact => ({
    ...fact,
    begin: parseDay(fact.earliest) ?? -Infinity,
    end: parseDay(fact.latest) ?? Infinity,
  }));
}

const bounded = new Map();

/** A correction is recorded with its date: a full day is its own bounds, those of others the service alone works out, once. */
async function contentOf(timeline, fact, known, signal) {
  const {id, with: content} = fact.correctedBy;
  if (parseDay(content.date) !== null) return {...fact, ...content, earliest: content.date, latest: content.date};
  if (!bounded.has(id)) {
    const {content: told = fact} = await api.get(pathOf(timeline, `/facts/${fact.id}`, {known}), {signal});
    bounded.set(id, told);
  }
  return bounded.get(id);
}

async function chartAt(timeline, known, description, window, signal) {
  const days = stretch(description, window);
  const bounds = Number.isFinite(days.from) ? {from: edtfOf(days.from), to: edtfOf(days.to)} : {};
  const [state, events] = await Promise.all([
    api.get(pathOf(timeline, '/state', {on: days.on, known}), {signal}),
    eventsOf(timeline, known, bounds, signal),
  ]);
  return {known: state.known, spans: spansOf(state), offices: state.offices, events, from: days.from, to: days.to};
}

/** Answers for a position never change, so those used last are kept. */
const charts = new Map();
const CHARTS_AT_MOST = 24;

async function chartFor(timeline, known, description, window, signal) {
  if (isLarge(description)) return chartAt(timeline, known, description, window, signal);
  const key = `${timeline}@${known}`;
  const chart = charts.get(key) ?? await chartAt(timeline, known, description, window, signal);
  charts.delete(key);
  charts.set(key, chart);
  if (charts.size > CHARTS_AT_MOST) charts.delete(charts.keys().next().value);
  return chart;
}

export const loadChart = latest(async (_, signal) => {
  const {description, head} = model.get();
  const {timeline} = view.get();
  if (!head || description?.id !== timeline) return;
  if (view.get().from === null && isLarge(description)) view.set(lastPart(description));
  const {from, to} = view.get();
  try {
    const at = knownPosition(view.get(), head);
    const chart = await chartFor(timeline, at, description, {from, to}, signal);
    const today = at === head.position
      ? null : await chartFor(timeline, head.position, description, {from, to}, signal);
    if (view.get().timeline !== timeline) return;
    // Empty today, that is: where less was known there may be nothing yet, and the view stays.
    const before = model.get().today ?? model.get().chart;
    giveColours(timeline, today ?? chart);
    model.set({chart, today, problem: null});
    if (before !== null && isEmpty(before) && !isEmpty(today ?? chart)) view.set({from: null, to: null, on: null});
    if (view.get().from === null) view.set(firstWindow(today ?? chart));
    if (view.get().on === null) view.set({on: edtfOf(firstDay(today ?? chart, view.get()))});
  } catch (problem) {
    if (problem.name === 'AbortError') throw problem;
    if (view.get().timeline === timeline) model.set({problem});
  }
});

export const loadAnswer = latest(async (_, signal) => {
  const {head} = model.get();
  const {timeline, on} = view.get();
  if (!head || on === null) return;
  try {
    const answer = await api.get(
      pathOf(timeline, '/state', {on, known: knownPosition(view.get(), head)}), {signal});
    if (view.get().timeline === timeline) model.set({answer, answerProblem: null});
  } catch (problem) {
    if (problem.name === 'AbortError') throw problem;
    if (view.get().timeline === timeline) model.set({answerProblem: problem});
  }
});

export const loadConflicts = latest(async (_, signal) => {
  const {head} = model.get();
  const {timeline} = view.get();
  if (!head) return;
  const at = knownPosition(view.get(), head);
  const byFact = new Map();
  let after = null;
  try {
    for (let pages = 0; pages < CONFLICT_PAGES; pages++) {
      const page = await api.get(pathOf(timeline, '/conflicts', {limit: 200, after, known: at}), {signal});
      for (const conflict of page.conflicts) {
        for (const fact of conflict.facts) byFact.set(fact.id, [...(byFact.get(fact.id) ?? []), conflict]);
      }
      after = page.next;
      if (after === null) break;
    }
    if (view.get().timeline === timeline) model.set({conflicts: byFact});
  } catch (problem) {
    if (problem.name === 'AbortError') throw problem;
  }
});

export const loadLabels = latest(async (_, signal) => {
  const {timeline} = view.get();
  try {
    const [offices, people, places] = await Promise.all(
      ['offices', 'people', 'places'].map(list => api.get(pathOf(timeline, `/${list}`, {limit: 1000}), {signal})));
    if (view.get().timeline !== timeline) return;
    model.set({labels: new Map([
      ...offices.offices.map(one => [`office/${one.office}`, one.title]),
      ...people.people.map(one => [`person/${one.person}`, one.name]),
      ...places.places.map(one => [`place/${one.place}`, one.name]),
    ])});
  } catch (problem) {
    if (problem.name === 'AbortError') throw problem;
  }
});

/** The timeline looked at, from the beginning; described already if it was just listed. */
async function loadTimeline(timeline, listed) {
  try {
    const description = listed ?? await api.get(pathOf(timeline, ''));
    if (view.get().timeline !== timeline) return;
    const head = {position: description.facts, recordedAt: description.recordedAt};
    model.set({description, head, chart: null, today: null, answer: null, conflicts: new Map(), labels: new Map(), problem: null, answerProblem: null, arrived: null});
    await Promise.all([loadChart(null, {abort: true}), loadAnswer(null, {abort: true})]);
    loadConflicts();
    loadLabels();
  } catch (problem) {
    if (view.get().timeline === timeline) model.set({problem, description: null, chart: null, answer: null});
  }
}

let justListed = null;

export async function start() {
  view.subscribe((now, before) => {
    if (now.timeline !== before.timeline && now.timeline) {
      model.set({head: null});
      return void loadTimeline(now.timeline, justListed?.find(one => one.id === now.timeline));
    }
    if (now.known !== before.known) {
      loadChart();
      loadConflicts();
    }
    if (now.on !== before.on || now.known !== before.known) loadAnswer();
    const {chart} = model.get();
    if (chart && now.from !== null && (now.from < chart.from || now.to > chart.to)) loadChart();
    return undefined;
  });
  const first = view.get().timeline;
  const listed = api.get('/timelines').then(({timelines}) => {
    model.set({timelines});
    return timelines;
  });
  if (first) {
    // Without the list there is no choice, and all else is there.
    listed.catch(() => {});
    return loadTimeline(first);
  }
  try {
    const timelines = await listed;
    const chosen = timelines.find(one => one.id === FLAGSHIP) ?? timelines[0];
    justListed = timelines;
    if (chosen) view.set({timeline: chosen.id});
    justListed = null;
  } catch (problem) {
    model.set({problem});
  }
  return undefined;
}
