/** The chart as it is in sight, as a drawing that stands alone: every style written into it. */

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

const MARGIN = 24;
const TITLE_PIXELS = 26;
const TEXT_PIXELS = 14;

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
  if (original.nodeType === Node.TEXT_NODE) return document.createTextNode(writable(original.data));
  if (original.nodeType !== Node.ELEMENT_NODE) return null;
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

/**
 * @param chart the element that holds the axis, and the bars in a box that scrolls
 * @returns the picture as an SVG element, or null if nothing is drawn
 */
export function pictureOf(chart, {title, subtitle, footer}) {
  const axis = chart?.querySelector('svg.axis');
  const bars = chart?.querySelector('svg.bars');
  if (!axis || !bars) return null;
  const plain = plainColours();
  const style = getComputedStyle(chart);
  const ink = plain(style.color);
  const paper = plain(getComputedStyle(document.body).backgroundColor);
  const {width, height: axisHeight} = sizeOf(axis);
  const box = bars.parentElement;
  const height = Math.min(box.clientHeight, sizeOf(bars).height);
  const top = MARGIN + TITLE_PIXELS + TEXT_PIXELS + 24;
  const all = {width: width + 2 * MARGIN, height: top + axisHeight + height + TEXT_PIXELS + 2 * MARGIN};
  const [serif, sans] = ['--serif', '--sans'].map(name => style.getPropertyValue(name).trim() || style.fontFamily);
  const text = (words, y, family, size) =>
    node('text', {x: MARGIN, y, fill: ink, 'font-family': family, 'font-size': size}, writable(words));
  const copyOfAxis = copied(axis, plain);
  const copyOfBars = copied(bars, plain);
  place(copyOfAxis, {x: MARGIN, y: top, width, height: axisHeight});
  place(copyOfBars, {x: MARGIN, y: top + axisHeight, width, height, viewBox: `0 ${box.scrollTop} ${width} ${height}`, overflow: 'hidden'});
  return node('svg', {xmlns: SVG, ...all, viewBox: `0 0 ${all.width} ${all.height}`},
    node('title', {}, writable(`${title}. ${subtitle}`)),
    node('rect', {...all, fill: paper}),
    text(title, MARGIN + TITLE_PIXELS, serif, TITLE_PIXELS),
    text(subtitle, MARGIN + TITLE_PIXELS + TEXT_PIXELS + 8, sans, TEXT_PIXELS),
    copyOfAxis,
    copyOfBars,
    text(footer, all.height - MARGIN, sans, 12));
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
  canvas.width = image.width * PIXELS_PER_PIXEL;
  canvas.height = image.height * PIXELS_PER_PIXEL;
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
