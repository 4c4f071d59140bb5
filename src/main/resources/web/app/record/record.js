import {html, nothing} from 'lit';
import {Part} from '../element.js';
import {api, pathOf} from '../api.js';
import {factWords} from '../facts.js';
import {model} from '../model.js';
import {texts} from '../texts.js';
import {view} from '../view.js';
import {atFields, factOf, pointersOf, valuesOf} from './draft.js';
import {effectTemplate} from './effect.js';
import {FIELDS, NOTE, RETRACTION} from './fields.js';
import {inputId, inputTemplate, offersTemplate} from './inputs.js';
import {contentTemplate, saidTemplate, tokenTemplate, typeTemplate} from './parts.js';
import {append, preview} from './sending.js';
import {token} from './token.js';

const FIRST_TYPE = Object.keys(FIELDS)[0];
const emptyForm = (type = FIRST_TYPE) => ({mode: 'append', type, values: {}, sources: 1, fact: null});

/** Forms that append, correct and retract a fact: first the effect is shown, then it may be sent. */
class Record extends Part {
  static properties = {
    form: {state: true}, violations: {state: true}, effect: {state: true}, said: {state: true}, busy: {state: true},
    isOpen: {state: true},
  };

  constructor() {
    super();
    this.isOpen = false;
    this.reset(emptyForm());
  }

  get sources() {
    return [[model, 'labels']];
  }

  get labels() {
    return model.get().labels;
  }

  get values() {
    return this.form.values;
  }

  connectedCallback() {
    super.connectedCallback();
    this.listeners = new AbortController();
    const {signal} = this.listeners;
    document.addEventListener('annals-correct', event => this.amend('correct', event.detail), {signal});
    document.addEventListener('annals-retract', event => this.amend('retract', event.detail), {signal});
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.listeners.abort();
  }

  reset(form) {
    this.form = form;
    this.violations = new Map();
    this.effect = null;
    this.said = null;
    this.busy = false;
  }

  /** What was shown of the effect is of what was typed before. */
  change(pointer, value) {
    if (this.form.values[pointer] === value) return;
    this.form = {...this.form, values: {...this.form.values, [pointer]: value}};
    this.effect = null;
  }

  async amend(mode, {id}) {
    this.isOpen = true;
    try {
      const {fact, content} = await api.get(pathOf(view.get().timeline, `/facts/${id}`));
      const says = content ?? fact;
      const canCorrect = says.type in FIELDS;
      this.reset({
        mode: canCorrect ? mode : 'retract',
        type: says.type,
        fact: says,
        values: mode === 'correct' && canCorrect ? valuesOf(says) : {},
        sources: Math.max(1, says.sources?.length ?? 0),
      });
    } catch (problem) {
      this.refused(problem);
    }
    await this.updateComplete;
    this.scrollIntoView({block: 'start'});
    this.querySelector('h3').focus();
  }

  async run(event) {
    event.preventDefault();
    if (this.busy) return;
    const fact = factOf(this.form);
    const {timeline} = view.get();
    this.busy = true;
    this.violations = new Map();
    this.said = null;
    try {
      if (this.effect?.timeline === timeline) await this.send(timeline, fact);
      else await this.show(timeline, fact);
    } catch (problem) {
      await this.refused(problem);
    } finally {
      this.busy = false;
    }
  }

  async show(timeline, fact) {
    this.effect = await preview(timeline, fact, token.get());
    await this.updateComplete;
    this.querySelector('form .actions').scrollIntoView({block: 'nearest'});
    this.querySelector('#record-effect').focus({preventScroll: true});
  }

  async send(timeline, fact) {
    const receipt = await append(timeline, fact, this.effect, token.get());
    const words = factWords(fact.with ?? fact);
    this.reset(emptyForm(FIELDS[this.form.type] ? this.form.type : FIRST_TYPE));
    this.said = {isGood: true, text: (receipt.isNew ? texts.record.appended : texts.record.wasHeld)(receipt.position, words)};
    await this.updateComplete;
    this.querySelector('.said').focus();
  }

  async refused(problem) {
    this.effect = null;
    if (problem.status === 401 || problem.status === 403) {
      this.violations = new Map([['token', [problem.status === 401 ? texts.record.noToken : texts.record.tokenMayNot(problem.message)]]]);
    } else {
      this.violations = atFields(problem.violations ?? [], pointersOf(this.form), this.form.mode);
    }
    const inFields = [...this.violations.keys()].filter(Boolean).length;
    const others = this.violations.get('') ?? [];
    const sentence = problem.kind === 'condition-failed' ? texts.record.meanwhile
      : this.violations.size ? texts.record.mend(inFields + others.length) : texts.problem(problem.message);
    this.said = {isGood: false, text: [sentence, ...others].join(' ')};
    await this.updateComplete;
    (this.querySelector('[aria-invalid]') ?? this.querySelector('.said'))?.focus();
  }

  render() {
    const {mode} = this.form;
    return html`<details class="record" .open=${this.isOpen} @toggle=${event => { this.isOpen = event.target.open; }}>
      <summary><h2>${texts.record.title}</h2></summary>
      <p class="hint">${texts.record.intro}</p>
      <form @submit=${this.run} novalidate aria-labelledby="record-heading">
        <h3 id="record-heading" tabindex="-1">${texts.record.headings[mode]}</h3>
        ${mode === 'append' ? nothing : html`<p class="record-of">${factWords(this.form.fact)}
          (${texts.factNumber(this.form.fact.position)})
          <button type="button" @click=${() => this.reset(emptyForm())}>${texts.record.instead}</button></p>`}
        ${tokenTemplate(this.violations)}
        ${mode === 'append' ? typeTemplate(this) : nothing}
        ${mode === 'retract' ? RETRACTION.map(field => inputTemplate(this, field)) : contentTemplate(this)}
        ${mode === 'correct' ? inputTemplate(this, NOTE, '/of') : nothing}
        ${saidTemplate(this.said)}
        ${this.effect ? effectTemplate(this.effect) : nothing}
        <p class="actions">${this.effect
          ? html`<button class="primary" ?disabled=${this.busy || this.effect.facts === 0}>${texts.record.send[mode]}</button>
            <button type="button" @click=${() => { this.effect = null; }}>${texts.record.change}</button>`
          : html`<button class="primary" ?disabled=${this.busy}>${texts.record.preview}</button>`}</p>
      </form>
      ${offersTemplate(this.labels)}
    </details>`;
  }

  retype(type) {
    this.form = {...this.form, type};
    this.violations = new Map();
    this.effect = null;
    this.said = null;
  }

  async oneMore() {
    const at = this.form.sources;
    this.form = {...this.form, sources: at + 1};
    await this.updateComplete;
    this.querySelector(`#${inputId(`/sources/${at}/title`)}`).focus();
  }
}

customElements.define('annals-record', Record);
