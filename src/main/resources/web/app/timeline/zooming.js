import {select} from 'd3-selection';
import {zoom, zoomIdentity} from 'd3-zoom';
import {model} from '../model.js';
import {view} from '../view.js';
import {extentOf} from '../window.js';

/** From the farthest look to this many days over the whole width. */
const LEAST_DAYS = 1;

/** Wheel, drag and pinch on the chart, by d3-zoom; the window is the view's, whoever moved it. */
export class Zooming {
  constructor(chart) {
    this.chart = chart;
    this.behaviour = zoom()
      .filter(event => !event.button && event.type !== 'dblclick' && !(event.type === 'wheel' && event.shiftKey) && this.isOnPlot(event))
      .wheelDelta(event => -event.deltaY * (event.deltaMode === 1 ? 0.05 : event.deltaMode ? 1 : 0.0025) * (event.ctrlKey ? 4 : 1))
      .clickDistance(4)
      .on('zoom', event => this.zoomed(event));
  }

  /** Beside the plot, where the names stand, the wheel scrolls as everywhere. */
  isOnPlot(event) {
    const {clientX} = event.touches?.[0] ?? event;
    return clientX - this.node.getBoundingClientRect().left >= this.chart.left;
  }

  attach(node) {
    if (this.node !== node) {
      this.node = node;
      select(node).call(this.behaviour);
      node.addEventListener('wheel', event => this.sideways(event), {passive: false});
    }
    this.follow();
  }

  /** Makes d3's idea of the window the view's. */
  follow() {
    const {from, to} = view.get();
    const {left, size} = this.chart;
    const {chart, today} = model.get();
    this.extent = extentOf(today ?? chart, {from, to});
    const width = size.width - left;
    if (width <= 0) return;
    this.behaviour.extent([[left, 0], [size.width, size.height]])
      .scaleExtent([1, (this.extent.to - this.extent.from) / LEAST_DAYS])
      .translateExtent([[left, -Infinity], [size.width, Infinity]]);
    const k = (this.extent.to - this.extent.from) / (to - from);
    const at = left + ((from - this.extent.from) / (this.extent.to - this.extent.from)) * width;
    this.node.__zoom = zoomIdentity.translate(left - k * at, this.node.__zoom?.y ?? 0).scale(k);
  }

  zoomed({transform, sourceEvent}) {
    if (!sourceEvent) return;
    const {left, size} = this.chart;
    const width = size.width - left;
    const day = pixel => this.extent.from + ((transform.invertX(pixel) - left) / width) * (this.extent.to - this.extent.from);
    if (sourceEvent.type === 'mousemove' && sourceEvent.movementY) {
      this.chart.querySelector('.chart-scroll').scrollTop -= sourceEvent.movementY;
    }
    view.set({from: Math.round(day(left) * 100) / 100, to: Math.round(day(size.width) * 100) / 100});
  }

  sideways(event) {
    if (event.shiftKey || Math.abs(event.deltaX) <= Math.abs(event.deltaY)) return;
    event.preventDefault();
    this.by(event.deltaX / (this.chart.size.width - this.chart.left));
  }

  /** Pans by a part of the window. */
  by(part) {
    const {from, to} = view.get();
    const {from: least, to: most} = this.extent;
    const shift = Math.max(least - from, Math.min(most - to, (to - from) * part));
    view.set({from: from + shift, to: to + shift});
  }

  /** Zooms by a factor around a day; above 1 is nearer. */
  times(factor, around) {
    const {from, to} = view.get();
    const middle = around !== null && around >= from && around <= to ? around : (from + to) / 2;
    const days = Math.max(LEAST_DAYS, Math.min((to - from) / factor, this.extent.to - this.extent.from));
    const part = (middle - from) / (to - from);
    this.show(middle - days * part, days);
  }

  show(from, days) {
    const first = Math.max(this.extent.from, Math.min(from, this.extent.to - days));
    view.set({from: first, to: first + days});
  }
}
