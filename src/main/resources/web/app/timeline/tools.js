import {html, nothing} from 'lit';
import {Part} from '../element.js';
import {dayWords, fromCivil, parseDay, toCivil} from '../days.js';
import {model} from '../model.js';
import {texts} from '../texts.js';
import {view} from '../view.js';
import {firstWindow, wholeOf} from '../window.js';
import {EVENTS_AT_MOST, WHOLE_UP_TO_FACTS} from '../size.js';

const DAYS = {century: 36_525, decade: 3653, year: 366, month: 31, day: 1};

/** Zoom and pan for those who use neither wheel nor touch. */
class Tools extends Part {
  get sources() {
    return [[view, 'from', 'to'], [model, 'chart', 'description']];
  }

  get chart() {
    return document.querySelector('annals-chart');
  }

  render() {
    const {from, to} = view.get();
    const {chart, description} = model.get();
    if (!chart || from === null) return html``;
    const scale = scaleOf(to - from);
    const button = (label, sign, act) => html`<button class="tool" aria-label=${label} title=${label} @click=${act}>${sign}</button>`;
    return html`
      <h2 class="stretch">${stretchWords(from, to)}</h2>
      <div class="tools">
        ${button(texts.earlier, '←', () => this.chart.zooming.by(-0.5))}
        ${button(texts.later, '→', () => this.chart.zooming.by(0.5))}
        ${button(texts.zoomOut, '−', () => this.chart.zooming.times(1 / 1.6, this.chart.playhead.day()))}
        ${button(texts.zoomIn, '+', () => this.chart.zooming.times(1.6, this.chart.playhead.day()))}
        <label>${texts.scale} <select @change=${event => this.show(event.target.value)}>
          <option value="" hidden ?selected=${!scale}>${texts.ownScale}</option>
          ${Object.entries(texts.scales).map(([name, label]) => html`<option value=${name} .selected=${name === scale}>${label}</option>`)}
        </select></label>
      </div>
      ${description.facts > WHOLE_UP_TO_FACTS && Number.isFinite(chart.from)
        ? html`<p class="hint">${texts.partly(dayWords(chart.from), dayWords(chart.to))}</p>` : nothing}
      ${chart.events.length >= EVENTS_AT_MOST ? html`<p class="hint">${texts.leftOut(chart.events.length)}</p>` : nothing}`;
  }

  show(name) {
    const {chart, today} = model.get();
    const {from, to, on} = view.get();
    const stretch = {all: wholeOf, most: firstWindow}[name];
    if (stretch) {
      view.set(stretch(today ?? chart), {step: true});
      return;
    }
    const middle = parseDay(on) ?? Math.floor((from + to) / 2);
    view.set(around(name, middle), {step: true});
  }
}

function stretchWords(from, to) {
  const [first, last] = [dayWords(from), dayWords(to - 1)];
  return first === last ? first : `${first} – ${last}`;
}

/** The century, decade, year, month or day that a day lies in. */
function around(name, day) {
  const {year, month} = toCivil(day);
  switch (name) {
    case 'century': return {from: fromCivil(Math.floor(year / 100) * 100, 1, 1), to: fromCivil(Math.floor(year / 100) * 100 + 100, 1, 1)};
    case 'decade': return {from: fromCivil(Math.floor(year / 10) * 10, 1, 1), to: fromCivil(Math.floor(year / 10) * 10 + 10, 1, 1)};
    case 'year': return {from: fromCivil(year, 1, 1), to: fromCivil(year + 1, 1, 1)};
    case 'month': return {from: fromCivil(year, month, 1), to: fromCivil(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1)};
    default: return {from: day, to: day + 1};
  }
}

function scaleOf(days) {
  return Object.keys(DAYS).find(name => days <= DAYS[name] && days > DAYS[name] * 0.88) ?? null;
}

customElements.define('annals-tools', Tools);
