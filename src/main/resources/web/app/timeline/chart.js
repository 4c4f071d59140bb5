import {html, nothing, svg} from 'lit';
import {scaleLinear} from 'd3-scale';
import {Part} from '../element.js';
import {edtfOf} from '../days.js';
import {model} from '../model.js';
import {difference, isAsked, questionOf} from '../spans.js';
import {texts} from '../texts.js';
import {view} from '../view.js';
import {defs} from './defs.js';
import {drawBars, drawLabels} from './drawing.js';
import {beginOf, focusedBar, keepFocus, keepFocusable} from './focusing.js';
import {inSight, layout} from './layout.js';
import {lanesOf} from './lanes.js';
import {Playhead} from './playhead.js';
import {ticksOf} from './ticks.js';
import {Zooming} from './zooming.js';
import {onBarKey} from './keys.js';

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
    this.playhead = new Playhead(this);
  }

  get sources() {
    return [[view, 'from', 'to', 'selection'], [model, 'chart', 'today', 'conflicts', 'labels', 'description', 'problem']];
  }

  connectedCallback() {
    super.connectedCallback();
    this.setAttribute('role', 'region');
    // Not on the SVG: one that listens for focus takes it.
    this.addEventListener('focusin', event => this.focusOn(event));
    this.endFollowing = this.playhead.follow();
    this.sizes = new ResizeObserver(() => this.measure());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.endFollowing();
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
    this.hadFocus = focusedBar(this);
    const {chart, today} = model.get();
    const made = {chart, today, expanded: this.expanded, isNarrow: this.isNarrow, unit: this.unit};
    if (!chart || Object.keys(made).every(name => made[name] === this.made?.[name])) return;
    this.made = made;
    const {marks, missing} = today ? difference(chart.spans, today.spans) : {marks: new Map(), missing: []};
    this.marks = marks;
    this.ghostKeys = new Set(missing.map(one => one.key));
    this.lanes = lanesOf(chart, {expanded: this.expanded, ghosts: missing, today});
    this.plan = layout(this.lanes, {isNarrow: this.isNarrow, unit: this.unit});
  }

  scene(stretch) {
    const {selection, from, to} = view.get();
    return {
      ...stretch,
      x: this.x,
      left: this.left,
      width: this.size.width,
      from,
      to,
      marks: this.marks,
      ghostKeys: this.ghostKeys,
      disputed: model.get().conflicts,
      labels: model.get().labels,
      isSelected: bar => isAsked(bar, selection),
      focusKey: this.focusKey,
      isNarrow: this.isNarrow,
      unit: this.unit,
      ...this.fonts,
    };
  }

  render() {
    const {chart, description, problem} = model.get();
    if (!chart || view.get().from === null) {
      return html`<div class="chart-scroll waiting"><p>${problem ? nothing : texts.loading}</p></div>`;
    }
    this.setAttribute('aria-label', texts.chart(description.title));
    return html`
      <div class="chart-top">${this.axis()}${this.playhead.handle()}</div>
      <div class="chart-scroll" @scroll=${event => { this.scrolled = event.target.scrollTop; }}>
        ${this.lanes.length ? nothing : html`<p class="waiting">${chart.known.position ? texts.nothingInEffect : texts.emptyTimeline}</p>`}
        ${this.size.width ? this.picture() : nothing}
      </div>
      <p class="visually-hidden" id="chart-help">${texts.chartHelp}</p>`;
  }

  axis() {
    const {from, to} = view.get();
    if (!this.size.width) return nothing;
    const x = this.x;
    const marks = ticksOf(from, to, this.size.width - this.left, 84 * this.unit);
    return svg`<svg class="axis" aria-hidden="true" width=${this.size.width} height=${34 * this.unit}
        @click=${event => this.playhead.seek(this.dayAt(event.clientX), {step: true})}>
      ${marks.map(({day, label, isMajor}) => svg`
        <line x1=${x(day)} x2=${x(day)} y1=${24 * this.unit} y2=${34 * this.unit}></line>
        <text class=${isMajor ? 'major' : ''} x=${x(day) + 4} y=${20 * this.unit}>${label}</text>`)}
    </svg>`;
  }

  picture() {
    const {from, to} = view.get();
    const [top, bottom] = [this.scrolled - MARGIN_PIXELS, this.scrolled + this.size.height + MARGIN_PIXELS];
    const items = inSight(this.plan, top, bottom);
    const height = Math.max(this.plan.height + 16, this.size.height);
    const x = this.x;
    const scene = this.shown = this.scene({items, top, bottom});
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
    keepFocusable(this);
    keepFocus(this);
    this.playhead.move();
  }

  dayAt(clientX) {
    const frame = this.querySelector('.chart-top').getBoundingClientRect();
    return Math.floor(this.x.invert(Math.max(this.left, Math.min(clientX - frame.left, this.size.width))));
  }

  click(event) {
    const group = event.target.closest('.bar');
    const toggle = event.target.closest('.toggle');
    if (group) this.ask(group.bar.kind === 'event' && event.detail ? this.eventNearest(event.clientX) : group.bar);
    else if (toggle) this.toggle(toggle.dataset.lane);
    else if (event.target.closest('.plot')) this.playhead.seek(this.dayAt(event.clientX), {step: true});
  }

  /** Where events crowd, their targets lie on each other: the nearest is meant. */
  eventNearest(clientX) {
    const away = event => {
      const {left, right} = event.querySelector('.diamond').getBoundingClientRect();
      return Math.abs((left + right) / 2 - clientX);
    };
    return [...this.querySelectorAll('.bar.event')].reduce((a, b) => (away(b) < away(a) ? b : a)).bar;
  }

  /** Why this bar: on the date looked at if it was so then, else when it began. An event is shown itself. */
  ask(bar) {
    const day = this.playhead.day();
    const isThen = day !== null && day >= bar.begin.earliest && day < bar.end.latest;
    const on = isThen ? {} : {on: edtfOf(beginOf(bar))};
    view.set({selection: questionOf(bar.kind === 'event' ? {fact: bar.event.id} : bar), ...on}, {step: true});
  }

  /** Pans so far that a day shows. */
  bringIntoSight(day) {
    const {from, to} = view.get();
    if (day < from || day >= to) this.zooming.show(day - (to - from) * (day < from ? 0.1 : 0.9), to - from);
  }

  /** A day out of sight comes to the middle, however far it is. */
  showAround(day) {
    const {from, to} = view.get();
    if (from === null || (day >= from && day < to)) return;
    const first = day - Math.round((to - from) / 2);
    view.set({from: first, to: first + to - from});
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
