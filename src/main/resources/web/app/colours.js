/** A person's colour depends on who they are alone: the same in the chart, the key, the lists and anybody's page. */

export const COLOURS = 36;
/** Of three million, the one by which fewest people of the timeline that comes with Annals share a colour. */
const OFFSET = 641_457;

/** FNV-1a, then mixed, since slugs of one family differ in few letters. */
function hash(text) {
  let value = OFFSET;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}

/** @returns the class that carries the colour, of `colours.css` */
export const colourOf = person => (person ? `p${hash(person) % COLOURS}` : 'p-none');
