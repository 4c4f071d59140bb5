import {render} from 'lit';
import {keyOf} from './pictureKey.js';

/** The chart as a drawing that stands alone: every style written into it. */

const SVG = 'http://www.w3.org/2000/svg';

const STYLES = [
  'fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-opacity', 'opacity',
  'font-family', 'font-size', 'font-style', 'font-weight', 'font-variant-numeric', 'letter-spacing', 'text-anchor',
  'dominant-baseline', 'paint-order', 'clip-path', 'mask', 'stop-color', 'stop-opacity', 'visibility', 'display',
];
const COLOURS = new Set(['fill', 'stroke', 'stop-color']);
const LEFT_OUT = /^(class|style|tabindex|role|aria-.*|data-.*)$/;
// What XML cannot hold.
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A taller chart is drawn as far as it is in sight. */
const WHOLE_UP_TO_PIXELS = 6000;
/** What browsers draw at most, on a side. */
const CANVAS_PIXELS = 16_000;
const MARGIN = 24;
const TITLE_PIXELS = 26;
const TEXT_PIXELS = 14;
const SMALL_PIXELS = 11;

const writable = text => text.replace(UNWRITABLE, '\ufffd');

function node(name, attributes = {}, ...children) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Colours as every program that reads SVG knows them. */
function plainColours() {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [1, 1];
  const context = canvas.getContext('2d', {willReadFrequently: true});
  const known = new Map();
  return colour => {
    if (!/^[a-z]+\(/.test(colour) || /^(rgb|url)/.test(colour)) return colour;
    if (!known.has(colour)) {
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
      known.set(colour, alpha === 255 ? `rgb(${red}, ${green}, ${blue})` : `rgba(${red}, ${green}, ${blue}, ${(alpha / 255).toFixed(3)})`);
    }
    return known.get(colour);
  };
}

/** A copy with the styles that the page gives it, and nothing that only the page needs. */
function copied(original, plain) {
  if (original.nodeType === Node.TEXT_NODE) {
    const isUpper = getComputedStyle(original.parentElement).textTransform === 'uppercase';
    return document.createTextNode(writable(isUpper ? original.data.toUpperCase() : original.data));
  }
  if (original.nodeType !== Node.ELEMENT_NODE || original.matches('.toggle')) return null;
  const computed = getComputedStyle(original);
  if (computed.display === 'none' && original.localName !== 'title') return null;
  const copy = document.createElementNS(SVG, original.localName);
  for (const {name, value} of original.attributes) {
    if (!LEFT_OUT.test(name)) copy.setAttribute(name, writable(value));
  }
  if (!['title', 'defs'].includes(original.localName)) {
    for (const name of STYLES) {
      const value = computed.getPropertyValue(name);
      if (value) copy.setAttribute(name, COLOURS.has(name) ? plain(value) : value);
    }
  }
  for (const child of original.childNodes) {
    const part = copied(child, plain);
    if (part) copy.append(part);
  }
  return copy;
}

const sizeOf = svg => ({width: svg.width.baseVal.value, height: svg.height.baseVal.value});

/** What follows the playhead is moved by the page itself, so it is taken from there. */
const MOVED = ['playhead-line', 'doubted-day', 'played'];

/**
 * Calls with the bars of the chart as they are drawn when all lanes are in sight.
 * @param chart the element that draws them: `picture()` does, for what `scrolled` and `size` say
 */
function withAllBars(chart, bars, use) {
  const {scrolled, size} = chart;
  const height = Math.ceil(chart.plan.height);
  Object.assign(chart, {scrolled: 0, size: {...size, height}});
  const template = chart.picture();
  Object.assign(chart, {scrolled, size});
  const host = document.createElement('div');
  host.className = 'visually-hidden';
  bars.parentElement.append(host);
  try {
    render(template, host);
    const all = host.querySelector('svg');
    for (const name of MOVED) {
      const from = bars.querySelector(`.${name}`);
      for (const {name: attribute, value} of from.attributes) {
        if (/^(x|x1|x2|width)$/.test(attribute)) all.querySelector(`.${name}`).setAttribute(attribute, value);
      }
    }
    return use(all, 0, height);
  } finally {
    render(null, host);
    host.remove();
  }
}

function withBars(chart, bars, use) {
  if (chart.plan.height <= WHOLE_UP_TO_PIXELS) return withAllBars(chart, bars, use);
  const box = bars.parentElement;
  return use(bars, box.scrollTop, Math.min(box.clientHeight, sizeOf(bars).height));
}

/** Broken where an address may be: before a parameter. */
function lines(text, most) {
  const broken = [''];
  for (const part of text.split(/(?=[&?])/)) {
    if (broken.at(-1) && broken.at(-1).length + part.length > most) broken.push('');
    broken[broken.length - 1] += part;
  }
  return broken;
}

/**
 * @param chart the element that holds the axis, and the bars in a box that scrolls
 * @returns the picture as an SVG element, or null if nothing is drawn
 */
export function pictureOf(chart, {title, subtitle, footer}) {
  const axis = chart?.querySelector('svg.axis');
  const bars = chart?.querySelector('svg.bars');
  if (!axis || !bars) return null;
  const plain = plainColours();
  const {width, height: axisHeight} = sizeOf(axis);
  const copyOfAxis = copied(axis, plain);
  return withBars(chart, bars, (drawn, from, height) => {
    const copyOfBars = copied(drawn, plain);
    const top = MARGIN + TITLE_PIXELS + TEXT_PIXELS + 24;
    place(copyOfAxis, {x: MARGIN, y: top, width, height: axisHeight});
    place(copyOfBars, {x: MARGIN, y: top + axisHeight, width, height, viewBox: `0 ${from} ${width} ${height}`, overflow: 'hidden'});
    return framed([copyOfAxis, copyOfBars], {width, bottom: top + axisHeight + height, title, subtitle, footer, chart, plain});
  });
}

function framed(parts, {width, bottom, title, subtitle, footer, chart, plain}) {
  const style = getComputedStyle(chart);
  const ink = plain(style.color);
  const [serif, sans] = ['--serif', '--sans'].map(name => style.getPropertyValue(name).trim() || style.fontFamily);
  const text = (words, x, y, family, size) => node('text', {x, y, fill: ink, 'font-family': family, 'font-size': size}, writable(words));
  const small = (words, x, y) => text(words, x, y, sans, SMALL_PIXELS);
  const key = keyOf(document.querySelector('annals-key'), {
    width, left: MARGIN, top: bottom + MARGIN, font: `${SMALL_PIXELS}px ${sans}`, text: small, copied, node, plain,
  });
  const foot = bottom + MARGIN + key.height + SMALL_PIXELS;
  const below = lines(footer, Math.max(20, Math.floor(width / (SMALL_PIXELS * 0.62))))
    .map((line, i) => small(line, MARGIN, foot + SMALL_PIXELS * 1.5 * i));
  const size = {width: width + 2 * MARGIN, height: Math.ceil(foot + MARGIN + SMALL_PIXELS * 1.5 * (below.length - 1))};
  return node('svg', {xmlns: SVG, ...size, viewBox: `0 0 ${size.width} ${size.height}`},
    node('title', {}, writable(`${title}. ${subtitle}`)),
    node('rect', {...size, fill: plain(getComputedStyle(document.body).backgroundColor)}),
    text(title, MARGIN, MARGIN + TITLE_PIXELS, serif, TITLE_PIXELS),
    text(subtitle, MARGIN, MARGIN + TITLE_PIXELS + TEXT_PIXELS + 8, sans, TEXT_PIXELS),
    ...parts, ...key.drawn, ...below);
}

function place(copy, attributes) {
  for (const [name, value] of Object.entries(attributes)) copy.setAttribute(name, value);
}

export const svgText = picture => `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(picture)}\n`;

const PIXELS_PER_PIXEL = 2;

/** @returns {Promise<Blob>} the picture as PNG, twice as fine as on the screen */
export async function pngOf(picture) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(picture))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  const fine = Math.min(PIXELS_PER_PIXEL, CANVAS_PIXELS / Math.max(image.width, image.height));
  canvas.width = Math.round(image.width * fine);
  canvas.height = Math.round(image.height * fine);
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((made, failed) => {
    canvas.toBlob(blob => (blob ? made(blob) : failed(new Error('no picture'))), 'image/png');
  });
}

/** Gives a file to whoever looks at the page. */
export function save(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
