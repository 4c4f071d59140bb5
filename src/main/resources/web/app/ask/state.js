import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {Part} from '../element.js';
import {boundsWords, momentWords, parseDay} from '../days.js';
import {colourOf} from '../colours.js';
import {labelOf, model} from '../model.js';
import {questionOf} from '../spans.js';
import {texts} from '../texts.js';
import {view} from '../view.js';

const MANY_ROWS = 40;

/** The state on the date looked at, as tables. */
class State extends Part {
  static properties = {sought: {state: true}};

  constructor() {
    super();
    this.sought = '';
  }

  get sources() {
    return [model, view];
  }

  render() {
    const {answer, head} = model.get();
    if (!answer) return nothing;
    const {position} = answer.known;
    const rows = this.rows(answer);
    return html`
      <h2>${title(answer)}</h2>
      <p class="known-as">${position === head?.position ? texts.asKnownToday : texts.asKnown(position)}</p>
      ${rows.count > MANY_ROWS || this.sought ? this.search() : nothing}
      ${rows.shown.some(([, list]) => list.length) ? nothing : html`<p class="hint">${this.sought ? texts.noneFound : texts.nothingThen}</p>`}
      ${rows.shown.map(([kind, list]) => (list.length ? table(kind, list) : nothing))}`;
  }

  search() {
    return html`<label class="search">${texts.filter}
      <input type="search" .value=${this.sought} @input=${event => { this.sought = event.target.value; }}></label>`;
  }

  rows({offices, bodies, places}) {
    const sought = this.sought.trim().toLowerCase();
    const fits = (...names) => !sought || names.some(name => name.toLowerCase().includes(sought));
    const all = [
      ['offices', offices.map(one => ({key: one.office, name: one.title, spans: one.holders.map(span => asked(span, span.name, {office: one.office, person: span.person}, `${span.name}, ${one.title}`))}))
        .sort((a, b) => (b.spans.length === 1) - (a.spans.length === 1) || (a.spans.length === 0) - (b.spans.length === 0))],
      ['bodies', bodies.map(one => ({key: one.person, name: one.name, person: one.person, spans: one.places.map(span => asked(span, span.name, {person: one.person, place: span.place}, texts.lies(one.name, span.name)))}))],
      ['places', places.map(one => ({key: one.place, name: labelOf('place', one.place), spans: one.names.map(span => asked(span, span.name, {place: one.place}, span.name))}))],
    ];
    return {
      count: all.reduce((sum, [, list]) => sum + list.length, 0),
      shown: all.map(([kind, list]) => [kind, list.filter(one => fits(one.name, ...one.spans.map(span => span.label)))]),
    };
  }
}

const asked = (span, label, question, words) => ({span, label, question: questionOf(question), words, person: question.person});

function title({on, earliest, latest}) {
  if (earliest === undefined) return texts.stateOf(on);
  const [first, last] = [parseDay(earliest), parseDay(latest)];
  return (first === last ? texts.stateOf : texts.stateDuring)(boundsWords(first, last));
}

const HEADS = {
  offices: [texts.tableOffices, texts.office, texts.holder],
  bodies: [texts.tableBodies, texts.body, texts.lyingAt],
  places: [texts.tablePlaces, texts.placeHead, texts.calledName],
};

function table(kind, list) {
  const [caption, what, who] = HEADS[kind];
  return html`<table class="state">
    <caption>${caption}</caption>
    <thead class="visually-hidden"><tr><th scope="col">${what}</th><th scope="col">${who}</th></tr></thead>
    <tbody>${repeat(list, one => one.key, one => html`<tr>
      <th scope="row">${one.name}</th>
      <td>${one.spans.length ? one.spans.map(cell) : html`<span class="nobody">${texts.nobody}</span>`}</td>
    </tr>`)}</tbody>
  </table>`;
}

function cell({span, label, question, words, person}) {
  const isPossible = span.certainty === 'possible';
  return html`<div class="span ${isPossible ? 'possible' : 'certain'}">
    <button class="ask" aria-label=${texts.whyOf(isPossible ? texts.possiblyWhat(words) : words)}
        @click=${() => view.set({selection: question}, {step: true})}>
      <span class="swatch ${colourOf(person)}" aria-hidden="true"></span>
      <span class="who">${isPossible ? html`<em>${texts.possibly}</em> ` : nothing}${label}${span.acting ? html` <small>(${texts.acting})</small>` : nothing}</span>
    </button>
    <span class="when">${texts.since(momentWords(span.since))}${span.until ? html`, ${texts.until(momentWords(span.until))}` : nothing}</span>
  </div>`;
}

customElements.define('annals-state', State);
