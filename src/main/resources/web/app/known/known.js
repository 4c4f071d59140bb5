import {html, nothing} from 'lit';
import {Part} from '../element.js';
import {model} from '../model.js';
import {difference} from '../spans.js';
import {texts} from '../texts.js';
import {focusDifference} from '../timeline/focusing.js';
import {knownPosition, view} from '../view.js';
import {turningPoints} from './beliefs.js';

const STEP_MILLIS = 700;
/** Moves of the slider no farther apart are one, that can be gone back before. */
const SLIDE_MILLIS = 1000;

/** The second axis: the page as it was believed when the log had so many facts. */
class Known extends Part {
  static properties = {runs: {state: true}};

  constructor() {
    super();
    this.runs = false;
  }

  get sources() {
    return [[view, 'known'], [model, 'head', 'chart', 'today']];
  }

  connectedCallback() {
    super.connectedCallback();
    this.setAttribute('role', 'group');
    this.setAttribute('aria-label', texts.known);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stop();
  }

  go(position, options) {
    const {head} = model.get();
    view.set({known: position >= head.position ? null : Math.max(0, position)}, options);
  }

  /** What is no number leaves all as it is. */
  typed({target}) {
    if (target.value === '') target.value = String(this.position());
    else this.go(Math.round(Number(target.value)), {step: true});
  }

  /** The button goes, and the focus with it, which the slider takes. */
  async toToday() {
    this.go(model.get().head.position, {step: true});
    await this.updateComplete;
    this.querySelector('#known')?.focus();
  }

  toggle() {
    if (this.runs) this.stop();
    else this.start();
  }

  /** From nothing, or from where it stands, over all that shows. */
  async start() {
    const {head, chart, today} = model.get();
    this.runs = true;
    const run = this.run = {};
    try {
      const points = await turningPoints(view.get(), today ?? chart, head.position);
      if (this.run !== run) return;
      if (this.position() >= head.position) this.go(points[0], {step: true});
      this.timer = setInterval(() => this.step(points), STEP_MILLIS);
    } catch (problem) {
      if (this.run === run) this.stop();
      model.set({problem});
    }
  }

  stop() {
    clearInterval(this.timer);
    this.run = null;
    this.runs = false;
  }

  /** Waits for the picture of the step before. */
  step(points) {
    const {head, chart, problem} = model.get();
    if (!head || problem) return void this.stop();
    if (chart?.known.position !== this.position()) return;
    const next = points.find(point => point > this.position()) ?? head.position;
    this.go(next);
    if (next >= head.position) this.stop();
  }

  slide({target, timeStamp}) {
    const isAnew = timeStamp - (this.slidAt ?? -Infinity) > SLIDE_MILLIS;
    this.slidAt = timeStamp;
    this.go(Number(target.value), {step: isAnew});
  }

  position() {
    return knownPosition(view.get(), model.get().head);
  }

  render() {
    const {head, chart, today} = model.get();
    if (!head || !chart) return nothing;
    const position = this.position();
    const isPast = position < head.position;
    const at = chart.known.position === position ? chart.known.recordedAt : null;
    const count = isPast && today ? this.differences(chart, today) : 0;
    const words = !isPast ? texts.knownToday(head.position)
      : position === 0 ? texts.knownNothing : texts.knownAt(position, head.position, at ? texts.instant(at) : '…');
    return html`
      <p class="known-words ${isPast ? 'past' : ''}"><label for="known">${texts.knownLabel}</label> ${words}.${isPast ? html` ${texts.differences(count)}
        ${count ? html`<button class="small" @click=${() => focusDifference(document.querySelector('annals-chart'))}>${texts.nextDifference}</button>` : nothing}
        <button class="small" @click=${this.toToday}>${texts.toToday}</button>` : nothing}</p>
      <div class="known-row">
        <input id="known" type="range" min="0" max=${head.position} .value=${String(position)} aria-valuetext=${words}
          aria-describedby="known-hint" @input=${this.slide}>
        <input class="position" type="number" min="0" max=${head.position} aria-label=${texts.knownNumber} .value=${String(position)}
          @change=${this.typed}>
        <button aria-label=${this.runs ? texts.pauseKnownFully : texts.playKnownFully} @click=${() => this.toggle()}><span aria-hidden="true">${this.runs ? '❚❚' : '▶'}</span> ${this.runs ? texts.pauseKnown : texts.playKnown}</button>
      </div>
      <p class="hint" id="known-hint">${texts.knownHint}</p>`;
  }

  differences(chart, today) {
    const {marks, missing} = difference(chart.spans, today.spans);
    return marks.size + missing.length;
  }
}

customElements.define('annals-known', Known);
