import {html, nothing} from 'lit';
import {texts} from '../texts.js';
import {token} from '../token.js';
import {FIELDS, NOTE, SOURCE} from './fields.js';
import {inputTemplate} from './inputs.js';

/** The parts of the form that are no single field of a fact. */

/**
 * @param said {isGood, text} or null: what became of the last thing sent
 */
export function saidTemplate(said) {
  return html`<p class="said ${said?.isGood ? 'good' : 'bad'}" role=${said?.isGood ? 'status' : 'alert'}
    tabindex="-1" ?hidden=${!said}>${said?.text ?? ''}</p>`;
}

export function tokenTemplate(violations) {
  const messages = violations.get('token') ?? [];
  return html`<p class="field">
    <label for="record-token">${texts.record.token} <span class="required">${texts.record.required}</span></label>
    <input id="record-token" type="password" autocomplete="off" .value=${token.get()} aria-invalid=${messages.length ? 'true' : nothing}
      aria-describedby="record-token-hint ${messages.length ? 'record-token-error' : ''}"
      @input=${event => token.set(event.target.value.trim())}>
    ${messages.length ? html`<span class="error" id="record-token-error">${messages.map(message => html`<span>${message}</span>`)}</span>` : nothing}
    <span class="hint" id="record-token-hint">${texts.record.tokenHint}</span>
  </p>`;
}

export function typeTemplate(host) {
  return html`<p class="field">
    <label for="record-type">${texts.record.type}</label>
    <select id="record-type" @change=${event => host.retype(event.target.value)}>
      ${Object.keys(FIELDS).map(type => html`<option value=${type} ?selected=${type === host.form.type}>${texts.record.types[type]}</option>`)}
    </select>
  </p>`;
}

export function contentTemplate(host) {
  const {type, sources} = host.form;
  return html`${FIELDS[type].map(field => inputTemplate(host, field))}
    ${Array.from({length: sources}, (_, i) => html`<fieldset>
      <legend>${texts.record.source(i + 1)}</legend>
      ${SOURCE.map(field => inputTemplate(host, {...field, required: false}, `/sources/${i}`))}
    </fieldset>`)}
    <p class="more"><button type="button" @click=${() => host.oneMore()}>${texts.record.addSource}</button></p>
    ${inputTemplate(host, NOTE)}`;
}
