import {html, nothing} from 'lit';
import {Part} from '../element.js';
import {api, pathOf} from '../api.js';
import {factWords} from '../facts.js';
import {model} from '../model.js';
import {texts} from '../texts.js';
import {token} from '../token.js';
import {view} from '../view.js';
import {atFields, draftOf, valuesOf} from './draft.js';
import {effectTemplate} from './effect.js';
import {FIELDS, NOTE, RETRACTION} from './fields.js';
import {inputId, inputTemplate, offersTemplate} from './inputs.js';
import {contentTemplate, saidTemplate, tokenTemplate, typeTemplate} from './parts.js';
import {append, preview} from './sending.js';

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
    this.busy = false;
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
  }

  /** What was shown of the effect is of what was typed before. */
  change(pointer, value) {
    if (this.form.values[pointer] === value) return;
    this.form = {...this.form, values: {...this.form.values, [pointer]: value}};
    this.violations = new Map([...this.violations].filter(([field]) => field !== pointer));
    this.effect = null;
  }

  /** The fact asked for last is the one that is amended. */
  async amend(mode, {id}) {
    this.isOpen = true;
    this.amending?.abort();
    this.amending = new AbortController();
    const {signal} = this.amending;
    try {
      const {fact, content} = await api.get(pathOf(view.get().timeline, `/facts/${id}`), {signal});
      const says = content ?? fact;
      const canCorrect = says.type in FIELDS;
      this.reset({
        mode: canCorrect ? mode : 'retract',
        type: says.type,
        fact: says,
        values: mode === 'correct' && canCorrect ? valuesOf(says, this.labels) : {},
        sources: Math.max(1, says.sources?.length ?? 0),
      });
    } catch (problem) {
      if (signal.aborted) return;
      this.complain(texts.problem(problem.message));
    }
    await this.updateComplete;
    this.scrollIntoView({block: 'start'});
    this.focusHeading();
  }

  /** Also where the button that was pressed is gone. */
  async focusHeading() {
    await this.updateComplete;
    this.querySelector('#record-heading').focus();
  }

  async run(event) {
    event.preventDefault();
    if (this.busy) return;
    const {form} = this;
    const {timeline} = view.get();
    const draft = draftOf(form, this.labels);
    this.busy = true;
    this.violations = new Map();
    this.said = null;
    try {
      if (!token.get()) await this.mend(new Map([['token', [texts.record.isMissing]]]));
      else if (this.effect?.timeline === timeline) await this.send(timeline, form, draft);
      else await this.show(timeline, form, draft);
    } catch (problem) {
      if (this.form === form) await this.refused(problem, draft);
      else this.said = {isGood: false, text: texts.problem(problem.message)};
    } finally {
      this.busy = false;
    }
  }

  /** Not for what was typed meanwhile: that has an effect of its own. */
  async show(timeline, form, draft) {
    const effect = await preview(timeline, draft);
    if (this.form !== form) return;
    this.effect = effect;
    await this.updateComplete;
    this.querySelector('form .actions').scrollIntoView({block: 'nearest'});
    this.querySelector('#record-effect').focus({preventScroll: true});
  }

  /** What was begun meanwhile stays. */
  async send(timeline, form, draft) {
    const fact = draft.facts.at(-1);
    const receipt = await append(timeline, draft, this.effect);
    const words = factWords(fact.with ?? fact);
    const isSame = this.form === form;
    if (isSame) this.reset(emptyForm(FIELDS[form.type] ? form.type : FIRST_TYPE));
    this.effect = null;
    this.said = {isGood: true, text: (receipt.isNew ? texts.record.appended : texts.record.wasHeld)(receipt.position, words)};
    await this.updateComplete;
    if (isSame) this.querySelector('.said').focus();
  }

  async refused(problem, draft) {
    this.effect = null;
    if (problem.status === 401) return this.mend(new Map([['token', [texts.record.noToken]]]));
    if (problem.status === 403) return this.mend(new Map([['token', [texts.record.tokenMayNot(problem.message)]]]));
    if (problem.kind === 'condition-failed') return this.complain(texts.record.meanwhile);
    const violations = atFields(problem.violations ?? [], this.form, draft);
    return violations.size ? this.mend(violations) : this.complain(texts.problem(problem.message));
  }

  /** What is wrong is said at its field, and what is at none is said below. */
  mend(violations) {
    this.violations = violations;
    const others = violations.get('') ?? [];
    const count = [...violations.keys()].filter(Boolean).length + others.length;
    return this.complain([texts.record.mend(count), ...others].join(' '));
  }

  async complain(text) {
    this.said = {isGood: false, text};
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
          <button type="button" @click=${this.instead}>${texts.record.instead}</button></p>`}
        ${tokenTemplate(this.violations)}
        ${mode === 'append' ? typeTemplate(this) : nothing}
        ${mode === 'retract' ? RETRACTION.map(field => inputTemplate(this, field)) : contentTemplate(this)}
        ${mode === 'correct' ? inputTemplate(this, NOTE, '/of') : nothing}
        ${saidTemplate(this.said)}
        ${this.effect ? effectTemplate(this.effect) : nothing}
        <p class="actions">${this.effect
          ? html`<button class="primary" ?disabled=${this.busy || this.effect.facts === 0}>${texts.record.send[mode]}</button>
            <button type="button" @click=${this.goOn}>${texts.record.change}</button>`
          : html`<button class="primary" ?disabled=${this.busy}>${texts.record.preview}</button>`}</p>
      </form>
      ${offersTemplate(this.labels)}
    </details>`;
  }

  instead() {
    this.reset(emptyForm());
    this.focusHeading();
  }

  goOn() {
    this.effect = null;
    this.focusHeading();
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
