import {html, nothing} from 'lit';
import {Part} from '../element.js';
import {dateReason} from '../dateReason.js';
import {parseDay, typedDate} from '../days.js';
import {model} from '../model.js';
import {texts} from '../texts.js';
import {view} from '../view.js';

/** The date asked about, typed as a day or any EDTF date. */
class Asked extends Part {
  get sources() {
    return [[view, 'on'], [model, 'answer', 'answerProblem']];
  }

  submit(event) {
    event.preventDefault();
    const on = typedDate(event.target.elements.on.value);
    if (!on) return;
    this.shown = on;
    this.sought = on;
    this.isAnew = false;
    view.set({on}, {step: true});
  }

  /** What was wrong with the date before is not of what is written now. */
  typed() {
    this.isAnew = true;
    this.requestUpdate();
  }

  /** What is being typed is left alone. */
  willUpdate() {
    if (!this.contains(document.activeElement)) this.shown = view.get().on;
  }

  /** What was asked for shows on the timeline, once it is known which days that are. */
  updated() {
    const {answer} = model.get();
    if (!this.sought || answer?.on !== this.sought) return;
    this.sought = null;
    const day = parseDay(answer.earliest);
    if (day !== null) document.querySelector('annals-chart').showAround(day);
  }

  render() {
    const {answerProblem} = model.get();
    const said = answerProblem?.kind === 'invalid-parameter' && !this.isAnew
      ? texts.noDate(view.get().on, dateReason(answerProblem.message) ?? answerProblem.message) : null;
    return html`<form class="asked" @submit=${this.submit}>
      <label for="on">${texts.askDate}</label>
      <input id="on" name="on" autocomplete="off" spellcheck="false" .value=${this.shown ?? ''} required @input=${this.typed} @blur=${() => setTimeout(() => this.requestUpdate())}
        aria-describedby="on-hint" aria-invalid=${said ? 'true' : 'false'}>
      <button>${texts.ask}</button>
      <p id="on-hint" class="hint ${said ? 'wrong' : ''}" role=${said ? 'alert' : nothing}>${said ?? texts.askHint}</p>
    </form>`;
  }
}

customElements.define('annals-asked', Asked);
