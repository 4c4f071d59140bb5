import {html, nothing} from 'lit';
import {Part} from './element.js';
import {model} from './model.js';
import {texts} from './texts.js';
import {token} from './token.js';
import {view} from './view.js';

/** What is looked at, and the choice of another timeline. */
class Masthead extends Part {
  get sources() {
    return [[model, 'description', 'timelines', 'problem'], [view, 'timeline']];
  }

  choose(event) {
    view.set({timeline: event.target.value, on: null, known: null, from: null, to: null, selection: null}, {step: true});
  }

  /** All is read anew with the token. */
  open(event) {
    event.preventDefault();
    token.set(event.target.elements.token.value.trim());
    location.reload();
  }

  /** Where reading is closed: what lets in. */
  door() {
    const isRefused = token.get() !== '';
    return html`<form class="notice door" @submit=${this.open}>
      <label for="read-token">${texts.readToken}</label>
      <input id="read-token" name="token" type="password" autocomplete="off" required aria-invalid=${isRefused ? 'true' : 'false'} aria-describedby="read-token-hint">
      <button class="primary">${texts.open}</button>
      <p id="read-token-hint" class="hint ${isRefused ? 'wrong' : ''}" role="alert">${isRefused ? texts.record.noToken : texts.closed}</p>
    </form>`;
  }

  render() {
    const {description, timelines, problem} = model.get();
    const {timeline} = view.get();
    document.title = description ? texts.pictureTitle(description.title) : texts.name;
    return html`
      <a class="skip" href="#answer">${texts.skip}</a>
      <div class="above"><p class="name">${texts.name}</p>
        ${timelines?.length > 1 ? html`<label class="timelines">${texts.timelineLabel}
          <select @change=${this.choose}>${timelines.some(one => one.id === timeline) ? nothing : html`<option selected disabled hidden></option>`}${timelines.map(one =>
            html`<option value=${one.id} .selected=${one.id === timeline}>${one.title}</option>`)}</select></label>` : nothing}</div>
      <h1>${description?.title ?? texts.name}</h1>
      <p class="motto">${description?.description ?? texts.motto}</p>
      ${timelines?.length === 0 ? html`<p class="notice">${texts.noTimelines}</p>` : nothing}
      ${problem?.status === 401 ? this.door() : problem ? html`<p class="notice wrong" role="alert">${texts.problem(problem.status ? problem.message : texts.unreachable)}
        <button @click=${() => location.reload()}>${texts.again}</button></p>` : nothing}`;
  }
}

customElements.define('annals-masthead', Masthead);
