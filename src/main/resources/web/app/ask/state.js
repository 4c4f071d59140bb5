import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {Part} from '../element.js';
import {boundsWords, parseDay, sinceWords, untilWords} from '../days.js';
import {colourOf} from '../colours.js';
import {labelOf, model} from '../model.js';
import {ROWS_AT_FIRST} from '../size.js';
import {difference, questionOf, spansOf} from '../spans.js';
import {rankedOffices} from '../timeline/lanes.js';
import {texts} from '../texts.js';
import {view} from '../view.js';
import {spanWords} from '../words.js';

const MANY_ROWS = 40;

const HEADS = {
  office: [texts.tableOffices, texts.office, texts.holder],
  body: [texts.tableBodies, texts.body, texts.lyingAt],
  place: [texts.tablePlaces, texts.placeHead, texts.calledName],
};

/** The state on the date looked at, as tables. */
class State extends Part {
  static properties = {sought: {state: true}, isWhole: {state: true}};

  constructor() {
    super();
    this.sought = '';
    this.isWhole = false;
  }

  get sources() {
    return [[model, 'answer', 'answerProblem', 'head', 'labels', 'chart', 'today', 'conflicts']];
  }

  render() {
    const {answer, head, answerProblem} = model.get();
    if (answerProblem && answerProblem.kind !== 'invalid-parameter') {
      return html`<p class="wrong" role="alert">${texts.problem(answerProblem.status ? answerProblem.message : texts.unreachable)}</p>`;
    }
    if (!answer) return nothing;
    const {position} = answer.known;
    const rows = rowsOf(answer);
    const found = rows.filter(row => fits(row, this.sought.trim().toLowerCase()));
    const shown = this.isWhole ? found : found.slice(0, ROWS_AT_FIRST);
    const marks = marksOf();
    return html`
      <h2 tabindex="-1">${title(answer)}</h2>
      <p class="known-as">${position === head?.position ? texts.asKnownToday : texts.asKnown(position)}</p>
      ${this.jumps(shown)}
      ${rows.length > MANY_ROWS || this.sought ? this.search() : nothing}
      ${shown.length ? nothing : html`<p class="hint">${rows.length ? texts.noneFound : texts.nothingThen}</p>`}
      ${Object.keys(HEADS).map(kind => table(kind, shown.filter(row => row.kind === kind), marks))}
      ${shown.length < found.length ? html`<button @click=${this.showAll}>${texts.showAll(found.length)}</button>` : nothing}`;
  }

  /** The button goes, and the focus with it, which the heading takes. */
  async showAll() {
    this.isWhole = true;
    await this.updateComplete;
    this.querySelector('h2').focus({preventScroll: true});
  }

  /** Where the list is long, what it ends with is a press away. */
  jumps(rows) {
    const counts = Map.groupBy(rows, row => row.kind);
    return counts.size < 2 ? nothing : html`<p class="jumps">${texts.goTo} ${[...counts].map(([kind, list]) =>
      html`<button class="small" @click=${() => this.goTo(kind)}>${texts.goToTable[kind](list.length)}</button>`)}</p>`;
  }

  goTo(kind) {
    const table = this.querySelector(`table[data-kind="${kind}"]`);
    table.scrollIntoView({block: 'start'});
    table.focus({preventScroll: true});
  }

  search() {
    return html`<label class="search">${texts.filter}
      <input type="search" .value=${this.sought} @input=${event => { this.sought = event.target.value; }}></label>`;
  }
}

/** A row for each office, body and place: {key, kind, name, spans}. */
function rowsOf(answer) {
  const byLane = Map.groupBy(spansOf(answer), span => span.lane);
  const {chart, today} = model.get();
  const order = new Map(chart ? rankedOffices(chart, today).map(({office}, index) => [office, index]) : []);
  const row = (kind, slug, name) => ({key: `${kind}/${slug}`, kind, name, spans: byLane.get(`${kind}/${slug}`) ?? []});
  const offices = answer.offices
    .toSorted((a, b) => rank(a) - rank(b) || (order.get(a.office) ?? 0) - (order.get(b.office) ?? 0))
    .map(({office, title: name}) => row('office', office, name));
  return [
    ...offices,
    ...answer.bodies.map(({person, name}) => row('body', person, name)),
    ...answer.places.map(({place}) => row('place', place, labelOf('place', place))),
  ];
}

/** Offices of one seat first; those that nobody holds last. */
const rank = ({seats, holders}) => (holders.length ? 0 : 2) + (seats === 1 ? 0 : 1);

const fits = ({name, spans}, sought) =>
  !sought || [name, ...spans.map(span => span.label)].some(words => words.toLowerCase().includes(sought));

const compared = {chart: null, today: null, marks: new Map()};

/** How what was believed then differs from today, by span. */
function marksOf() {
  const {chart, today} = model.get();
  if (chart !== compared.chart || today !== compared.today) {
    Object.assign(compared, {chart, today, marks: chart && today ? difference(chart.spans, today.spans).marks : new Map()});
  }
  return compared.marks;
}

function title({on, earliest, latest}) {
  if (earliest === undefined) return texts.stateOf(on);
  const [first, last] = [parseDay(earliest), parseDay(latest)];
  return (first === last ? texts.stateOf : texts.stateDuring)(boundsWords(first, last));
}

function table(kind, rows, marks) {
  if (!rows.length) return nothing;
  const [caption, what, who] = HEADS[kind];
  return html`<table class="state" data-kind=${kind} tabindex="-1">
    <caption>${caption}</caption>
    <thead class="visually-hidden"><tr><th scope="col">${what}</th><th scope="col">${who}</th></tr></thead>
    <tbody>${repeat(rows, row => row.key, row => html`<tr>
      <th scope="row">${row.name}</th>
      <td>${row.spans.length ? row.spans.map(span => cell(span, marks.get(span.key))) : html`<span class="nobody">${texts.nobody}</span>`}</td>
    </tr>`)}</tbody>
  </table>`;
}

function cell(span, mark) {
  const isPossible = span.certainty === 'possible';
  const words = spanWords(span);
  const isDisputed = span.facts.some(fact => model.get().conflicts.has(fact.id));
  return html`<div class="span ${isPossible ? 'possible' : 'certain'} ${mark ?? ''}">
    <button class="ask" aria-label=${texts.whyOf(isPossible ? texts.possiblyWhat(words) : words)}
        @click=${() => view.set({selection: questionOf(span)}, {step: true})}>
      <span class="swatch ${colourOf(span.person)}" aria-hidden="true"></span>
      <span class="who">${isPossible ? html`<em>${texts.possibly}</em> ` : nothing}${span.label}${span.acting ? html` <small>(${texts.acting})</small>` : nothing}</span>
    </button>
    <span class="when">${sinceWords(span.since)}${span.until ? html`, ${untilWords(span.until)}` : nothing}</span>
    ${mark ? html`<span class="mark">${texts[`${mark}Mark`]}</span>` : nothing}
    ${isDisputed ? html`<span class="mark disputed">${texts.disputedMark}</span>` : nothing}
  </div>`;
}

customElements.define('annals-state', State);
