import {html} from 'lit';
import {boundsWords, dayWords, edtfOf, parseDay} from '../days.js';
import {model} from '../model.js';
import {isPlaying, playing} from '../play/playing.js';
import {texts} from '../texts.js';
import {view} from '../view.js';
import {onChartKey} from './keys.js';

/** The date looked at, on the chart: a handle to drag and a line, moved with every frame and drawn anew with none. */
export class Playhead {
  constructor(chart) {
    this.chart = chart;
  }

  /** @returns a function that ends it */
  follow() {
    const move = () => this.move();
    const ends = [
      playing.subscribe(move),
      view.subscribe((now, before) => now.on !== before.on && move()),
      model.subscribe((now, before) => now.answer !== before.answer && move()),
    ];
    return () => ends.forEach(end => end());
  }

  /** The first of the days asked about; while playing, the clock's. Null if it is not known yet. */
  day() {
    const {on} = view.get();
    const {answer} = model.get();
    if (isPlaying() && playing.get().day !== null) return playing.get().day;
    return parseDay(on) ?? (answer?.on === on ? parseDay(answer.earliest) : null);
  }

  words(day) {
    const {on} = view.get();
    const {answer} = model.get();
    if (isPlaying() || parseDay(on) !== null) return dayWords(Math.floor(day));
    return answer?.on === on && answer.earliest !== undefined
      ? boundsWords(parseDay(answer.earliest), parseDay(answer.latest)) : on ?? '';
  }

  /** A slider, so that keys and screen readers move it as they are used to. */
  handle() {
    return html`<div class="playhead" role="slider" tabindex="0" aria-label=${texts.playhead} aria-describedby="chart-help" aria-valuenow="0"
      @keydown=${event => onChartKey(event, this.chart)} @pointerdown=${event => this.drag(event)}><span class="flag"></span></div>`;
  }

  move() {
    const {chart} = this;
    const handle = chart.querySelector('.playhead');
    const {from, to} = view.get();
    if (!handle || from === null || !chart.querySelector('.playhead-line')) return;
    const day = this.day();
    const at = day === null ? -100 : chart.x(day);
    const {left, size} = chart;
    const isInSight = at >= left - 1 && at <= size.width + 1;
    const words = this.words(day);
    handle.style.setProperty('--at', `${Math.max(left, Math.min(at, size.width))}px`);
    handle.classList.toggle('away', !isInSight);
    handle.classList.toggle('flips', at > size.width - 150 * chart.unit);
    handle.firstElementChild.textContent = words;
    const said = {valuemin: Math.round(from), valuemax: Math.round(to), valuetext: words,
      valuenow: Math.round(Math.max(from, Math.min(day ?? from, to)))};
    for (const [name, value] of Object.entries(said)) handle.setAttribute(`aria-${name}`, value);
    this.moveLine(day, at, isInSight);
  }

  moveLine(day, at, isInSight) {
    const {chart} = this;
    const {left, size} = chart;
    const line = chart.querySelector('.playhead-line');
    line.setAttribute('x1', at);
    line.setAttribute('x2', at);
    line.classList.toggle('away', !isInSight);
    const {answer} = model.get();
    const last = !isPlaying() && answer?.on === view.get().on ? parseDay(answer.latest) : null;
    const right = last !== null && day !== null && last > day ? chart.x(last + 1) : at;
    const band = chart.querySelector('.doubted-day');
    band.setAttribute('x', Math.max(at, left));
    band.setAttribute('width', Math.max(0, right - Math.max(at, left)));
    chart.querySelector('.played').setAttribute('width', Math.max(0, (isPlaying() ? at : size.width) - left));
  }

  drag(event) {
    const handle = event.currentTarget;
    handle.setPointerCapture(event.pointerId);
    const move = moved => this.seek(this.chart.dayAt(moved.clientX));
    handle.addEventListener('pointermove', move);
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', move), {once: true});
    handle.focus();
    event.preventDefault();
  }

  seek(day, {step = false} = {}) {
    view.set({on: edtfOf(day)}, {step});
  }
}
