import {svg} from 'lit';
import {COLOURS} from '../colours.js';

/** Fades for each colour, and the patterns that say the same without colour. */

const classes = [...Array.from({length: COLOURS}, (_, index) => `p${index}`), 'p-none'];

const fade = (name, isIn) => svg`
  <linearGradient id="fade-${isIn ? 'in' : 'out'}-${name}" class=${name}>
    <stop offset="0" class="fill-stop" stop-opacity=${isIn ? 0.05 : 1}></stop>
    <stop offset="1" class="fill-stop" stop-opacity=${isIn ? 1 : 0.05}></stop>
  </linearGradient>`;

export const defs = svg`
  <defs>
    ${classes.flatMap(name => [fade(name, true), fade(name, false)])}
    <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <line class="hatch-line" x1="0" y1="0" x2="0" y2="6"></line>
    </pattern>
    <pattern id="dispute" width="8" height="8" patternUnits="userSpaceOnUse">
      <path class="dispute-line" d="M0 4 L2 1 L6 7 L8 4"></path>
    </pattern>
  </defs>`;
