import {html, nothing, svg} from 'lit';
import {Part} from '../element.js';
import {colourOf} from '../colours.js';
import {model} from '../model.js';
import {questionOf} from '../spans.js';
import {texts} from '../texts.js';
import {view} from '../view.js';

const PEOPLE_AT_MOST = 60;
const PAUSE_MILLIS = 150;

const sample = (name, shape) => html`<li><svg class="sample bar p7 ${name.toLowerCase()}" width="34" height="16" aria-hidden="true">${shape}</svg>${texts[`key${name}`]}</li>`;
const box = svg`<rect class="outline solid" x="1" y="2" width="32" height="12"></rect>`;
const frame = svg`<rect class="outline" x="1" y="2" width="32" height="12"></rect>`;
const faded = svg`<rect x="1" y="2" width="32" height="12" fill="url(#fade-out-p7)"></rect><rect x="1" y="2" width="32" height="12" fill="url(#hatch)"></rect>`;
const fought = svg`${box}<rect x="1" y="2" width="32" height="12" fill="url(#dispute)"></rect>`;

/** How to read the chart, and whose colours are in sight. */
class Key extends Part {
  get sources() {
    return [[view, 'from', 'to'], [model, 'chart', 'today', 'conflicts']];
  }

  /** While the window moves there is no hurry. */
  async scheduleUpdate() {
    await new Promise(resolve => { setTimeout(resolve, PAUSE_MILLIS); });
    return super.scheduleUpdate();
  }

  render() {
    const {chart, today, conflicts} = model.get();
    const {from, to} = view.get();
    if (!chart || from === null) return nothing;
    const people = peopleIn(chart.spans, from, to);
    return html`
      <ul class="marks" aria-label=${texts.keyMarks}>
        ${sample('Certain', box)}${sample('Possible', faded)}
        ${conflicts.size ? sample('Disputed', fought) : nothing}
        ${today ? [sample('Changed', box), sample('Dropped', box), sample('Missing', frame)] : nothing}
      </ul>
      ${people.length ? html`<details class="people"><summary>${texts.keyPeople} (${people.length})</summary><ul>
        ${people.slice(0, PEOPLE_AT_MOST).map(({person, name}) => html`<li><button class="person" @click=${() => this.ask(person)}>
          <span class="swatch ${colourOf(person)}" aria-hidden="true"></span>${name}</button></li>`)}
        ${people.length > PEOPLE_AT_MOST ? html`<li>${texts.keyMore(people.length - PEOPLE_AT_MOST)}</li>` : nothing}
      </ul></details>` : nothing}`;
  }

  ask(person) {
    view.set({selection: questionOf({person})}, {step: true});
  }
}

/** Those with most time in sight first, by the names that their bars have. */
function peopleIn(spans, from, to) {
  const people = new Map();
  for (const {kind, person, label, title, begin, end} of spans) {
    if (!person || begin.earliest >= to || end.latest <= from) continue;
    const one = people.get(person) ?? {person, name: kind === 'tenure' ? label : title, days: 0};
    one.days += Math.min(end.latest, to) - Math.max(begin.earliest, from);
    people.set(person, one);
  }
  return [...people.values()].sort((a, b) => b.days - a.days);
}

customElements.define('annals-key', Key);
