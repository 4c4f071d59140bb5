import {html, nothing} from 'lit';
import {Part} from '../element.js';
import {typedDate} from '../days.js';
import {model} from '../model.js';
import {texts} from '../texts.js';
import {view} from '../view.js';

/** The date asked about, typed as a day or any EDTF date. */
class Asked extends Part {
  get sources() {
    return [[view, 'on'], [model, 'answerProblem']];
  }

  submit(event) {
    event.preventDefault();
    const on = typedDate(event.target.elements.on.value);
    if (!on) return;
    this.shown = on;
    view.set({on}, {step: true});
  }

  /** What is being typed is left alone. */
  willUpdate() {
    if (!this.contains(document.activeElement)) this.shown = view.get().on;
  }

  render() {
    const {answerProblem} = model.get();
    const said = answerProblem?.kind === 'invalid-parameter' ? answerProblem.message.replace(/^on is not an EDTF date: /, '') : null;
    return html`<form class="asked" @submit=${this.submit}>
      <label for="on">${texts.askDate}</label>
      <input id="on" name="on" autocomplete="off" spellcheck="false" .value=${this.shown ?? ''} required @blur=${() => setTimeout(() => this.requestUpdate())}
        aria-describedby="on-hint" aria-invalid=${said ? 'true' : 'false'}>
      <button>${texts.ask}</button>
      <p id="on-hint" class="hint ${said ? 'wrong' : ''}" role=${said ? 'alert' : nothing}>${said ? texts.noDate(said) : texts.askHint}</p>
    </form>`;
  }
}

customElements.define('annals-asked', Asked);
