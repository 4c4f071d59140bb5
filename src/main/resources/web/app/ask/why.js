import {html, nothing} from 'lit';
import {Part} from '../element.js';
import {api, latest, pathOf} from '../api.js';
import {copied} from '../clipboard.js';
import {factWords} from '../facts.js';
import {model} from '../model.js';
import {isPlaying, playing} from '../play/playing.js';
import {texts} from '../texts.js';
import {knownPosition, view} from '../view.js';
import {spanWords, timeWords} from '../words.js';
import {disputes, oneFact, others, reason, setAside} from './reasons.js';

/** Why the answer is as it is: its facts with their sources, what was set aside, and how it came to be. */
class Why extends Part {
  static properties = {answer: {state: true}, told: {state: true}, grew: {state: true}, problem: {state: true}, copied: {state: true}};

  constructor() {
    super();
    this.load = latest((question, signal) => this.ask(question, signal));
    this.wanted = '';
  }

  get sources() {
    return [[view, 'timeline', 'on', 'selection', 'known'], [model, 'head', 'labels', 'conflicts'], [playing, 'status']];
  }

  willUpdate() {
    const {timeline, on, selection} = view.get();
    const {head} = model.get();
    const question = selection && head && on
      ? {timeline, ...selection, known: knownPosition(view.get(), head), on: selection.fact ? null : on} : null;
    const wanted = JSON.stringify(question);
    if (wanted === this.wanted || (isPlaying() && question && isSameButDay(question, this.question))) return;
    this.wanted = wanted;
    this.question = question;
    this.load(question, {abort: true});
  }

  async ask(asked, signal) {
    if (asked === null) {
      this.answer = this.grew = this.problem = this.told = null;
      return undefined;
    }
    const {timeline, ...question} = asked;
    const {known, fact, ...rest} = question;
    if (fact) return this.askFact(timeline, fact, known, signal);
    const place = rest.office ? {...rest, place: null} : rest;
    try {
      const [answer, grew] = await Promise.all([
        api.get(pathOf(timeline, '/why', {...place, known}), {signal}),
        api.get(pathOf(timeline, '/changes', {...place, 'known-from': 0, limit: 200}), {signal}),
      ]);
      const isNew = JSON.stringify({...this.answer?.asked, on: 0}) !== JSON.stringify({...rest, on: 0});
      this.answer = {...answer, asked: rest};
      this.grew = grew;
      this.told = this.problem = null;
      if (isNew) await this.show();
    } catch (problem) {
      if (problem.name === 'AbortError') throw problem;
      this.problem = problem;
      this.answer = this.grew = this.told = null;
    }
    return undefined;
  }

  async askFact(timeline, fact, known, signal) {
    try {
      const told = await api.get(pathOf(timeline, `/facts/${fact}`, {known}), {signal});
      const isNew = this.told?.fact.id !== told.fact.id;
      this.told = told;
      this.answer = this.grew = this.problem = null;
      if (isNew) await this.show();
    } catch (problem) {
      if (problem.name === 'AbortError') throw problem;
      this.problem = problem;
      this.answer = this.grew = this.told = null;
    }
  }

  async show() {
    const asker = document.activeElement;
    if (asker && asker !== document.body && !this.contains(asker)) this.asker = asker;
    await this.updateComplete;
    this.querySelector('h2')?.focus({preventScroll: true});
    this.scrollIntoView({block: 'start'});
  }

  /** Focus goes back to what asked, or to what stands there now. */
  async close() {
    view.set({selection: null}, {step: true});
    await this.updateComplete;
    const {asker} = this;
    if (asker?.isConnected) asker.focus();
    else document.querySelector('annals-chart .bar[tabindex="0"]')?.focus();
  }

  render() {
    if (!view.get().selection || (!this.answer && !this.problem && !this.told)) return nothing;
    const {answer} = this;
    return html`<section class="why" aria-label=${texts.whyTitle} @keydown=${event => event.key === 'Escape' && this.close()}>
      <div class="why-head"><h2 tabindex="-1">${this.told ? texts.factTitle : texts.whyTitle}</h2><button @click=${this.close}>${texts.closeWhy}</button></div>
      ${this.problem ? html`<p class="wrong">${texts.problem(this.problem.message)}</p>` : nothing}
      ${this.told ? oneFact(this.told) : nothing}
      ${answer ? html`<p class="finding">${answer.finding.text}</p>
        ${answer.answers.map(one => this.reasons(one))}
        ${this.history()}
        ${disputes(answer)}
        ${setAside(answer)}
        ${others(texts.instead, answer.instead?.map(span => ({span, footnote: span.footnote})))}
        ${others(texts.notThen, answer.not)}
        ${answer.others?.facts ? html`<p class="hint">${texts.others(answer.others.facts)}</p>` : nothing}` : nothing}
    </section>`;
  }

  reasons({span, because, narrowing, certainty, footnote}) {
    return html`<article class="reasons">
      <h3>${spanWords(span)}</h3>
      <p class="hint">${timeWords(span)}</p>
      ${certainty.map(rule => html`<p class="certainty">${rule.text}</p>`)}
      <h4>${texts.because}</h4>
      <ol class="facts">${[...because, ...narrowing].map(reason)}</ol>
      ${footnote ? html`<details class="footnote"><summary>${texts.footnote}</summary><p>${footnote}</p>
        <button @click=${event => this.copy(footnote, event)}>${this.copied?.text === footnote ? this.copied.words : texts.copy}</button></details>` : nothing}
    </article>`;
  }

  async copy(text, {currentTarget: button}) {
    const isCopied = await copied(text);
    if (!isCopied) getSelection().selectAllChildren(button.previousElementSibling);
    this.copied = {text, words: isCopied ? texts.copied : texts.selected};
  }

  history() {
    if (!this.grew) return nothing;
    const {changes: list, next} = this.grew;
    return html`<details class="grew" ?open=${list.length > 1 && list.length <= 6}><summary>${texts.grew}</summary>
      <p class="hint">${list.length ? texts.grewHint : texts.nothingChanged}</p>
      <ol>${list.map(change => html`<li>
        <p><strong>${texts.grewAt(change.known.position)}</strong> ${change.fact.date ? html`(${change.fact.date})` : nothing} ${factWords(change.fact)}${change.known.position > this.question?.known ? html` <em>${texts.cameLater}</em>` : nothing}</p>
        <ul>
          ${change.removed.map(span => html`<li>${texts.removedThen(spanWords(span))}</li>`)}
          ${change.added.map(span => html`<li>${texts.addedThen(spanWords(span), beliefWords(span))}</li>`)}
          ${change.changed.map(({before, after}) => html`<li>${texts.changedThen(spanWords(after), beliefWords(before), beliefWords(after))}</li>`)}
        </ul>
        <button class="small" @click=${() => view.set({known: change.known.position}, {step: true})}>${texts.lookThen(change.known.position)}</button>
      </li>`)}</ol>
      ${next === null || next === undefined ? nothing : html`<p class="hint">${texts.grewMore}</p>`}</details>`;
  }
}

/** While history is played the reasons wait: they would change with every day. */
const isSameButDay = (one, other) => JSON.stringify({...one, on: null}) === JSON.stringify({...other, on: null});

const beliefWords = span => texts.belief(span.certainty === 'possible', timeWords(span));

customElements.define('annals-why', Why);
