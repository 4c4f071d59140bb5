import {html, nothing} from 'lit';
import {Part} from '../element.js';
import {boundsWords, dayWords, edtfOf, momentWords, parseDay} from '../days.js';
import {factWords, placeWords, sourceWords} from '../facts.js';
import {model} from '../model.js';
import {questionOf} from '../spans.js';
import {texts} from '../texts.js';
import {view} from '../view.js';
import {safeLink} from '../ask/sources.js';
import {playing} from './playing.js';
import {play, stop} from './stream.js';

/** Play, pause, pace; the clock; and the fact of the moment. */
class Player extends Part {
  get sources() {
    return [[playing, 'status', 'day', 'moment', 'seconds'], [model, 'chart', 'answer', 'labels']];
  }

  connectedCallback() {
    super.connectedCallback();
    this.setAttribute('role', 'group');
    this.setAttribute('aria-label', texts.player);
  }

  pace(event) {
    playing.set({seconds: Number(event.target.value)});
    if (playing.get().status !== 'idle') play();
  }

  toBegin() {
    view.set({on: edtfOf(Math.ceil(view.get().from))}, {step: true});
  }

  render() {
    const {status, seconds, moment} = playing.get();
    const {chart} = model.get();
    const runs = status !== 'idle';
    return html`
      <div class="transport">
        <button class="primary play" ?disabled=${!chart} @click=${() => (runs ? stop() : play())}>
          <span aria-hidden="true">${runs ? '❚❚' : '▶'}</span> ${runs ? texts.pause : texts.play}</button>
        <button class="tool" aria-label=${texts.toBegin} title=${texts.toBegin} ?disabled=${!chart} @click=${this.toBegin}>⇤</button>
        <label>${texts.speed} <select @change=${this.pace}>${Object.entries(texts.durations).map(([value, words]) =>
          html`<option value=${value} .selected=${Number(value) === seconds}>${words}</option>`)}</select></label>
        <span class="clock" aria-hidden="true">${this.clock()}</span>
      </div>
      <div class="moment" role="log" aria-live="polite" aria-label=${texts.nowPlaying}>${status === 'lost'
        ? html`<p>${texts.reconnecting}</p>` : this.told(moment)}</div>`;
  }

  /** While playing what the stream tells; else the last event by the date looked at. */
  told(moment) {
    const {chart, answer} = model.get();
    if (moment) return fact(moment.fact);
    const day = parseDay(answer?.latest);
    const event = chart?.events.filter(one => one.begin <= (day ?? -Infinity)).reduce((a, b) => (a && a.begin > b.begin ? a : b), null);
    return event ? fact(event) : nothing;
  }

  clock() {
    const {day} = playing.get();
    if (day !== null) return dayWords(day);
    const {answer} = model.get();
    return answer?.earliest === undefined ? '' : boundsWords(parseDay(answer.earliest), parseDay(answer.latest));
  }
}

function fact(told) {
  const place = placeWords(told);
  const [source] = told.sources ?? [];
  const look = () => view.set({selection: questionOf({fact: told.id})}, {step: true});
  return html`<p><span class="date">${momentWords(told)}</span>${place ? html`, ${texts.atPlace(place)}` : nothing}</p>
    <p><button class="fact-link" @click=${look}>${factWords(told)}</button></p>
    ${told.description ? html`<p class="description">${told.description}</p>` : nothing}
    ${source ? html`<cite>${safeLink(source.url, texts.sourceOf(sourceWords(source)))}</cite>` : nothing}`;
}

customElements.define('annals-player', Player);
