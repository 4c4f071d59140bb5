import {html, nothing} from 'lit';
import {texts} from '../texts.js';
import {entityOf, nameOf} from './names.js';

/** The id of the input for a pointer. */
export const inputId = pointer => `record${pointer.replaceAll('/', '-')}`;

const ROWS = {text: 3, addresses: 2};
const MODES = {number: 'decimal', address: 'url'};

/**
 * One labelled input.
 * @param host {values, violations, change(pointer, value), labels}
 */
export function inputTemplate(host, field, at = '') {
  const pointer = `${at}/${field.name}`;
  const id = inputId(pointer);
  const messages = host.violations.get(pointer) ?? [];
  const hint = hintOf(host, field, pointer);
  const describedBy = [messages.length ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ');
  const about = {id, pointer, value: host.values[pointer], describedBy: describedBy || nothing, invalid: messages.length ? 'true' : nothing};
  const label = texts.record.labels[at && at !== '/of' ? `source.${field.name}` : at ? `of.${field.name}` : field.name] ?? field.name;
  if (field.input === 'flag') {
    return html`<p class="field field-flag"><label>${control(host, field, about)} ${label}</label>${errors(id, messages)}</p>`;
  }
  return html`<p class="field field-${field.input}">
    <label for=${id}>${label}${field.required ? html` <span class="required">${texts.record.required}</span>` : nothing}</label>
    ${control(host, field, about)}
    ${errors(id, messages)}
    ${hint ? html`<span class="hint" id="${id}-hint">${hint}</span>` : nothing}
  </p>`;
}

function errors(id, messages) {
  return messages.length
    ? html`<span class="error" id="${id}-error">${messages.map(message => html`<span>${message}</span>`)}</span>`
    : nothing;
}

function hintOf(host, field, pointer) {
  const typed = host.values[pointer]?.trim();
  if (field.input === 'entity' && typed) {
    const {slug, isNew, name} = entityOf(field.kind, typed, host.labels);
    if (isNew) return texts.record.newHere(slug, name);
    return name ? null : host.labels.get(`${field.kind}/${slug}`);
  }
  return texts.record.inputHints[field.input] ?? null;
}

function control(host, field, {id, pointer, value, describedBy, invalid}) {
  const changed = event => host.change(pointer, event.target.value);
  switch (field.input) {
    case 'flag':
      return html`<input type="checkbox" id=${id} .checked=${Boolean(value)}
        @change=${event => host.change(pointer, event.target.checked)}>`;
    case 'text':
    case 'addresses':
      return html`<textarea id=${id} rows=${ROWS[field.input]} .value=${value ?? ''} ?required=${field.required}
        aria-describedby=${describedBy} aria-invalid=${invalid} @input=${changed}></textarea>`;
    case 'entity':
      return html`<input id=${id} list="record-${field.kind}" autocomplete="off" spellcheck="false"
        .value=${value ?? ''} ?required=${field.required} aria-describedby=${describedBy} aria-invalid=${invalid}
        @input=${changed}>`;
    default:
      return html`<input id=${id} inputmode=${MODES[field.input] ?? nothing} autocomplete="off" .value=${value ?? ''}
        ?required=${field.required} aria-describedby=${describedBy} aria-invalid=${invalid} @input=${changed}>`;
  }
}

const OFFERED_AT_MOST = 500;

/** What is offered while typing: the known offices, people and places. */
export function offersTemplate(labels) {
  return ['office', 'person', 'place'].map(kind => html`<datalist id="record-${kind}">${
    [...labels].filter(([subject]) => subject.startsWith(`${kind}/`)).slice(0, OFFERED_AT_MOST)
      .map(([subject]) => html`<option value=${nameOf(kind, subject.slice(kind.length + 1), labels)}></option>`)
  }</datalist>`);
}
