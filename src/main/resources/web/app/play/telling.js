/** Which of many facts are told, one at a time: while one is told, the weighty of the others wait, and the light are counted. */
export class Telling {
  #waiting = [];
  #passed = 0;
  #until = -Infinity;

  /** @param heldMillis how long each is told at least; atMost: so many wait, so that what is told is never long ago */
  constructor({heldMillis, atMost}) {
    this.heldMillis = heldMillis;
    this.atMost = atMost;
  }

  hear(fact, weight) {
    this.#waiting.push({fact, weight});
    if (this.#waiting.length <= this.atMost) return;
    const lightest = this.#waiting.reduce((a, b) => (b.weight < a.weight ? b : a));
    this.#waiting.splice(this.#waiting.indexOf(lightest), 1);
    this.#passed++;
  }

  /** @returns {fact, others} with how many were passed over since the last, or null: none, or another is still being told */
  next(nowMillis) {
    if (nowMillis < this.#until || !this.#waiting.length) return null;
    this.#until = nowMillis + this.heldMillis;
    const told = {fact: this.#waiting.shift().fact, others: this.#passed};
    this.#passed = 0;
    return told;
  }
}
