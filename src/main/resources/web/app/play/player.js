import {html, nothing} from 'lit';
import {Part} from '../element.js';
import {boundsWords, dayWords, edtfOf, momentWords, parseDay} from '../days.js';
import {factWords, placeWords, sourceWords} from '../facts.js';
import {model} from '../model.js';
import {questionOf} from '../spans.js';
import {texts} from '../texts.js';
import {view} from '../view.js';
import {safeLink} from '../ask/sources.js';
import {factsOn} from './onDay.js';
import {isPlaying, playing} from './playing.js';
import {play, stop} from './stream.js';

/** Play, pause, pace; the clock; and the fact of the moment. */
class Player extends Part {
  get sources() {
    return [[playing, 'status', 'day', 'moment', 'spoken', 'seconds'], [model, 'chart', 'answer', 'labels']];
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
    const {status, seconds} = playing.get();
    const {chart} = model.get();
    const runs = status !== 'idle';
    return html`
      <div class="transport">
        <button class="primary play" ?disabled=${!chart} @click=${() => (runs ? stop() : play())}>
          <span aria-hidden="true">${runs ? '❚❚' : '▶'}</span> ${runs ? texts.pause : texts.play}</button>
        <button class="tool" aria-label=${texts.toBegin} title=${texts.toBegin} ?disabled=${!chart} @click=${this.toBegin}>⇤</button>
        <label>${texts.speed} <select @change=${this.pace}>${Object.entries(texts.durations).map(([value, words]) =>
          html`<option value=${value} .selected=${Number(value) === seconds}>${words}</option>`)}</select></label>
      </div>
      <p class="clock" aria-hidden="true">${this.clock()}</p>
      <div class="moment" role="group" aria-label=${texts.nowPlaying}>${status === 'lost' ? html`<p>${texts.reconnecting}</p>` : this.shown()}</div>
      <div class="visually-hidden" role="log" aria-label=${texts.spoken}>${status === 'lost' ? texts.reconnecting : this.spoken()}</div>`;
  }

  /** While playing what weighs most; else all of the day looked at, or where there is nothing the last event before. */
  shown() {
    const {moment} = playing.get();
    if (moment) return [fact(moment.fact), others(moment)];
    if (isPlaying()) return nothing;
    const [first, ...rest] = this.ofTheDay();
    if (first) return [fact(first), rest.map(one => html`<p>${link(one)}</p>`)];
    const {chart, answer} = model.get();
    const day = parseDay(answer?.latest) ?? -Infinity;
    const event = chart?.events.filter(one => one.begin <= day).reduce((a, b) => (a && a.begin > b.begin ? a : b), null);
    return event ? fact(event) : nothing;
  }

  /** One sentence at a time while history runs, each fact of the day where it stands. */
  spoken() {
    const {spoken} = playing.get();
    if (spoken) return html`<p>${told(spoken.fact)}${spoken.others ? ` ${texts.otherFacts(spoken.others)}` : nothing}</p>`;
    return isPlaying() ? nothing : this.ofTheDay().map(one => html`<p>${told(one)}</p>`);
  }

  ofTheDay() {
    const {chart, answer} = model.get();
    return chart && answer && answer.earliest === answer.latest ? factsOn(parseDay(answer.earliest), chart) : [];
  }

  clock() {
    const {day} = playing.get();
    if (day !== null) return dayWords(day);
    const {answer} = model.get();
    return answer?.earliest === undefined ? '' : boundsWords(parseDay(answer.earliest), parseDay(answer.latest));
  }
}

const others = moment => (moment.others ? html`<p class="others">${texts.otherFacts(moment.others)}</p>` : nothing);

const told = one => texts.told(momentWords(one), factWords(one));

const link = one => html`<button class="fact-link" @click=${() => view.set({selection: questionOf({fact: one.id})}, {step: true})}>${factWords(one)}</button>`;

function fact(one) {
  const place = placeWords(one);
  const [source] = one.sources ?? [];
  return html`<p><span class="date">${momentWords(one)}</span>${place ? html`, ${texts.atPlace(place)}` : nothing}</p>
    <p>${link(one)}</p>
    ${one.description ? html`<p class="description">${one.description}</p>` : nothing}
    ${source ? html`<cite>${safeLink(source.url, texts.sourceOf(sourceWords(source)))}</cite>` : nothing}`;
}

customElements.define('annals-player', Player);
