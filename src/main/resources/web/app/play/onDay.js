import {weightsOf} from './weights.js';

/** The facts by which anything happens, begins or ends on this very day, the weightiest first. */
export function factsOn(day, chart) {
  const isThen = ({earliest, latest}) => earliest === day && latest === day;
  const begun = chart.spans.filter(({begin}) => isThen(begin));
  const lanes = new Set(begun.map(({lane}) => lane));
  const ended = chart.spans.filter(({kind, end, lane}) => kind === 'tenure' && isThen(end) && !lanes.has(lane));
  const facts = [
    ...chart.events.filter(({begin, end}) => begin === day && end === day),
    ...begun.map(span => said(span, 'begins', span.since)),
    ...ended.map(span => said(span, 'ends', span.until)),
  ].filter(Boolean);
  const weigh = weightsOf(chart);
  return facts.sort((a, b) => weigh(b) - weigh(a));
}

const TYPES = {tenure: {begins: 'OfficeAssumed', ends: 'OfficeVacated'}, restingPlace: {begins: 'BodyRelocated'}, placeName: {begins: 'PlaceRenamed'}};

/** The fact that gives a span its begin or end, as far as the span tells. */
function said(span, role, moment) {
  const fact = span.facts.find(one => one.role === role);
  const type = TYPES[span.kind][role];
  if (!fact) return null;
  const {office, person, acting, place, label} = span;
  const content = {OfficeAssumed: {office, person, acting}, OfficeVacated: {office, person}, BodyRelocated: {person, to: place}, PlaceRenamed: {place, to: label}};
  return {...moment, id: fact.id, sources: fact.sources, type, ...content[type]};
}
