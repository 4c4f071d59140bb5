import {html, nothing, svg} from 'lit';
import {scaleLinear} from 'd3-scale';
import {Part} from '../element.js';
import {boundsWords, dayWords, edtfOf, parseDay} from '../days.js';
import {model} from '../model.js';
import {isPlaying, playing} from '../play/playing.js';
import {difference, isAsked, questionOf} from '../spans.js';
import {texts} from '../texts.js';
import {view} from '../view.js';
import {defs} from './defs.js';
import {drawBars, drawLabels} from './drawing.js';
import {inSight, layout} from './layout.js';
import {lanesOf} from './lanes.js';
import {ticksOf} from './ticks.js';
import {Zooming} from './zooming.js';
import {onBarKey, onChartKey} from './keys.js';

const NARROW_PIXELS = 640;
const MARGIN_PIXELS = 80;

/** The wall: lanes of bars over time. What is out of sight is not in the page. */
class Chart extends Part {
  static properties = {
    size: {state: true},
    scrolled: {state: true},
    expanded: {state: true},
    focusKey: {state: true},
  };

  constructor() {
    super();
    this.size = {width: 0, height: 0};
    this.scrolled = 0;
    this.expanded = new Set();
    this.focusKey = null;
    this.unit = 1;
    this.zooming = new Zooming(this);
  }

  get sources() {
    return [[view, 'from', 'to', 'selection'], [model, 'chart', 'today', 'conflicts', 'description']];
  }

  connectedCallback() {
    super.connectedCallback();
    this.setAttribute('role', 'region');
    // Not on the SVG: one that listens for focus takes it.
    this.addEventListener('focusin', event => this.focusOn(event));
    this.ends = [
      playing.subscribe(() => this.movePlayhead()),
      view.subscribe((now, before) => now.on !== before.on && this.movePlayhead()),
      model.subscribe((now, before) => now.answer !== before.answer && this.movePlayhead()),
    ];
    this.sizes = new ResizeObserver(() => this.measure());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.ends.forEach(end => end());
    this.sizes.disconnect();
  }

  measure() {
    const {clientWidth: width, clientHeight: height} = this.observed;
    const next = {width, height};
    const style = getComputedStyle(this);
    this.unit = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
    this.fonts = {
      font: `${12.5 * this.unit}px ${style.getPropertyValue('--sans')}`,
      labelFont: `${13.5 * this.unit}px ${style.getPropertyValue('--serif')}`,
    };
    if (next.width !== this.size.width || next.height !== this.size.height) this.size = next;
  }

  get isNarrow() {
    return this.size.width < NARROW_PIXELS * Math.min(this.unit, 1.2);
  }

  get left() {
    return this.isNarrow ? 0 : Math.round(Math.min(250 * this.unit, this.size.width * 0.28));
  }

  /** Days to pixels. */
  get x() {
    const {from, to} = view.get();
    return scaleLinear([from, to], [this.left, this.size.width]);
  }

  willUpdate() {
    const {chart, today, conflicts} = model.get();
    if (chart === this.drawn?.chart && today === this.drawn?.today && this.expanded === this.drawn?.expanded
        && this.isNarrow === this.drawn?.isNarrow && this.unit === this.drawn?.unit && conflicts === this.drawn?.conflicts) return;
    this.drawn = {chart, today, conflicts, expanded: this.expanded, isNarrow: this.isNarrow, unit: this.unit};
    if (!chart) return;
    const {marks, missing} = today ? difference(chart.spans, today.spans) : {marks: new Map(), missing: []};
    this.marks = marks;
    this.ghostKeys = new Set(missing.map(one => one.key));
    this.lanes = lanesOf(chart, {expanded: this.expanded, ghosts: missing, today});
    this.plan = layout(this.lanes, {isNarrow: this.isNarrow, unit: this.unit});
  }

  scene(items) {
    const {selection, from, to} = view.get();
    return {
      items,
      x: this.x,
      left: this.left,
      width: this.size.width,
      from,
      to,
      marks: this.marks,
      ghostKeys: this.ghostKeys,
      disputed: model.get().conflicts,
      isSelected: bar => isAsked(bar, selection),
      focusKey: this.focusKey,
      isNarrow: this.isNarrow,
      unit: this.unit,
      ...this.fonts,
    };
  }

  render() {
    const {chart, description} = model.get();
    if (!chart || view.get().from === null) return html`<div class="chart-scroll waiting"><p>${texts.loading}</p></div>`;
    this.setAttribute('aria-label', texts.chart(description.title));
    return html`
      <div class="chart-top">${this.axis()}${this.handle()}</div>
      <div class="chart-scroll" @scroll=${event => { this.scrolled = event.target.scrollTop; }}>
        ${this.lanes.length ? nothing : html`<p class="waiting">${texts.emptyTimeline}</p>`}
        ${this.size.width ? this.picture() : nothing}
      </div>
      <p class="visually-hidden" id="chart-help">${texts.chartHelp}</p>`;
  }

  axis() {
    const {from, to} = view.get();
    if (!this.size.width) return nothing;
    const x = this.x;
    const marks = ticksOf(from, to, this.size.width - this.left, 84 * this.unit);
    return svg`<svg class="axis" aria-hidden="true" width=${this.size.width} height=${34 * this.unit}>
      ${marks.map(({day, label, isMajor}) => svg`
        <line x1=${x(day)} x2=${x(day)} y1=${24 * this.unit} y2=${34 * this.unit}></line>
        <text class=${isMajor ? 'major' : ''} x=${x(day) + 4} y=${20 * this.unit}>${label}</text>`)}
    </svg>`;
  }

  /** The playhead's handle: a slider, so that keys and screen readers move it as they are used to. */
  handle() {
    const {from, to} = view.get();
    return html`<div class="playhead" role="slider" tabindex="0" aria-label=${texts.playhead} aria-describedby="chart-help"
      aria-valuemin=${Math.round(from)} aria-valuemax=${Math.round(to)} aria-valuenow=${Math.round(from)}
      @keydown=${event => onChartKey(event, this)} @pointerdown=${event => this.startDrag(event)}><span class="flag"></span></div>`;
  }

  picture() {
    const {from, to} = view.get();
    const items = inSight(this.plan, this.scrolled - MARGIN_PIXELS, this.scrolled + this.size.height + MARGIN_PIXELS);
    const height = Math.max(this.plan.height + 16, this.size.height);
    const x = this.x;
    const scene = this.shown = this.scene(items);
    return svg`<svg class="bars" role="group" aria-label=${texts.bars} aria-describedby="chart-help"
        width=${this.size.width} height=${height}
        @click=${event => this.click(event)} @pointerover=${event => this.point(event)} @keydown=${event => onBarKey(event, this)}>
      ${defs}
      <clipPath id="played"><rect class="played" x=${this.left} y="0" width=${Math.max(0, this.size.width - this.left)} height=${height}></rect></clipPath>
      <g class="grid" aria-hidden="true">${ticksOf(from, to, this.size.width - this.left, 84 * this.unit).map(({day, isMajor}) =>
        svg`<line class=${isMajor ? 'major' : ''} x1=${x(day)} x2=${x(day)} y1="0" y2=${height}></line>`)}</g>
      <rect class="plot" x=${this.left} y="0" width=${Math.max(0, this.size.width - this.left)} height=${height}></rect>
      ${drawLabels(scene)}
      <g clip-path="url(#played)">${drawBars(scene)}</g>
      <rect class="doubted-day" y="0" height=${height}></rect>
      <line class="playhead-line" y1="0" y2=${height}></line>
    </svg>`;
  }

  updated() {
    const scroller = this.querySelector('.chart-scroll');
    if (scroller !== this.observed) {
      this.observed = scroller;
      this.sizes.disconnect();
      this.sizes.observe(scroller);
    }
    const plot = this.querySelector('svg.bars');
    if (plot) this.zooming.attach(plot);
    this.keepFocusable();
    this.movePlayhead();
  }

  /** One bar is in the order of tabs: the one that had the focus, else the first in sight. */
  keepFocusable() {
    if (!this.shown || this.shown.hasFocusable) return;
    const lanes = [...this.querySelectorAll('.bar:not(.event)')];
    this.focusKey = (lanes[0] ?? this.querySelector('.bar'))?.dataset.key ?? null;
  }

  /** The first of the days asked about; while playing, the clock's. */
  playheadDay() {
    const {on} = view.get();
    const {answer} = model.get();
    if (isPlaying() && playing.get().day !== null) return playing.get().day;
    return parseDay(on) ?? (answer?.on === on ? parseDay(answer.earliest) : null);
  }

  playheadWords(day) {
    const {on} = view.get();
    const {answer} = model.get();
    if (isPlaying() || parseDay(on) !== null) return dayWords(Math.floor(day));
    return answer?.on === on && answer.earliest !== undefined
      ? boundsWords(parseDay(answer.earliest), parseDay(answer.latest)) : on ?? '';
  }

  /** Moves what moves with every frame, and nothing else. */
  movePlayhead() {
    const line = this.querySelector('.playhead-line');
    const handle = this.querySelector('.playhead');
    if (!line || !handle || view.get().from === null) return;
    const day = this.playheadDay();
    const at = day === null ? -100 : this.x(day);
    const isInSight = at >= this.left - 1 && at <= this.size.width + 1;
    line.setAttribute('x1', at);
    line.setAttribute('x2', at);
    line.classList.toggle('away', !isInSight);
    handle.style.setProperty('--at', `${Math.max(this.left, Math.min(at, this.size.width))}px`);
    handle.classList.toggle('away', !isInSight);
    handle.classList.toggle('flips', at > this.size.width - 150 * this.unit);
    const {answer} = model.get();
    const words = this.playheadWords(day);
    handle.setAttribute('aria-valuenow', Math.round(day ?? view.get().from));
    handle.setAttribute('aria-valuetext', words);
    handle.firstElementChild.textContent = words;
    const last = !isPlaying() && answer?.on === view.get().on ? parseDay(answer.latest) : null;
    const band = this.querySelector('.doubted-day');
    const right = last !== null && day !== null && last > day ? this.x(last + 1) : at;
    band.setAttribute('x', Math.max(at, this.left));
    band.setAttribute('width', Math.max(0, right - Math.max(at, this.left)));
    this.querySelector('.played').setAttribute('width', Math.max(0, (isPlaying() ? at : this.size.width) - this.left));
  }

  dayAt(clientX) {
    const frame = this.querySelector('.chart-top').getBoundingClientRect();
    return Math.floor(this.x.invert(Math.max(this.left, Math.min(clientX - frame.left, this.size.width))));
  }

  startDrag(event) {
    const handle = event.currentTarget;
    handle.setPointerCapture(event.pointerId);
    const move = moved => this.seek(this.dayAt(moved.clientX));
    handle.addEventListener('pointermove', move);
    handle.addEventListener('lostpointercapture', () => {
      handle.removeEventListener('pointermove', move);
    }, {once: true});
    handle.focus();
    event.preventDefault();
  }

  seek(day, {step = false} = {}) {
    view.set({on: edtfOf(day)}, {step});
  }

  click(event) {
    const group = event.target.closest('.bar');
    const toggle = event.target.closest('.toggle');
    if (group) this.ask(group.bar);
    else if (toggle) this.toggle(toggle.dataset.lane);
    else if (event.target.closest('.plot')) this.seek(this.dayAt(event.clientX), {step: true});
  }

  /** Why this bar: on the date looked at if it was so then, else when it began. An event is shown itself. */
  ask(bar) {
    const day = this.playheadDay();
    const isThen = day !== null && day >= bar.begin.earliest && day < bar.end.latest;
    const on = isThen ? {} : {on: edtfOf(this.beginOf(bar))};
    view.set({selection: questionOf(bar.kind === 'event' ? {fact: bar.event.id} : bar), ...on}, {step: true});
  }

  beginOf({begin, end}) {
    if (Number.isFinite(begin.latest)) return begin.latest;
    if (Number.isFinite(end.earliest)) return end.earliest - 1;
    return Math.floor(view.get().from);
  }

  /** Focus goes to a bar, which is brought into sight first. */
  async focusBar(bar) {
    const item = this.plan.items.find(one => one.lane?.rows.some(row => row.includes(bar)));
    const row = item.lane.rows.findIndex(bars => bars.includes(bar));
    const scroller = this.querySelector('.chart-scroll');
    const top = item.rowsTop + row * (item.row + item.gap);
    if (top < scroller.scrollTop + 40 || top + item.row > scroller.scrollTop + this.size.height - 20) {
      scroller.scrollTop = Math.max(0, top - this.size.height / 2);
      this.scrolled = scroller.scrollTop;
    }
    const {from, to} = view.get();
    if (bar.end.latest <= from || bar.begin.earliest >= to) this.zooming.show(this.beginOf(bar) - (to - from) / 2, to - from);
    this.focusKey = bar.key;
    await this.updateComplete;
    this.querySelector('.bar[tabindex="0"]')?.focus();
  }

  /** Pans so far that a day shows. */
  bringIntoSight(day) {
    const {from, to} = view.get();
    if (day < from || day >= to) this.zooming.show(day - (to - from) * (day < from ? 0.1 : 0.9), to - from);
  }

  /** One tooltip for all bars: it goes to the one that is pointed at. */
  point(event) {
    const bar = event.target.closest('.bar');
    if (!bar || this.tip?.parentNode === bar) return;
    this.tip ??= document.createElementNS('http://www.w3.org/2000/svg', 'title');
    this.tip.textContent = bar.getAttribute('aria-label');
    bar.append(this.tip);
  }

  focusOn(event) {
    const key = event.target.closest?.('.bar')?.dataset.key;
    if (key) this.focusKey = key;
  }

  toggle(id) {
    const next = new Set(this.expanded);
    if (!next.delete(id)) next.add(id);
    this.expanded = next;
  }
}

customElements.define('annals-chart', Chart);
