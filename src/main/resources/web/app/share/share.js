import {html, nothing} from 'lit';
import {Part} from '../element.js';
import {model} from '../model.js';
import {texts} from '../texts.js';
import {addressOf, view} from '../view.js';
import {copied} from '../clipboard.js';
import {citationOf, whenWords} from './citation.js';
import {pictureOf, pngOf, save, svgText} from './picture.js';

/** Passing on what is seen: the link, a reference that stays, the picture. */
class Share extends Part {
  static properties = {isCiting: {state: true}, said: {state: true}, link: {state: true}};

  constructor() {
    super();
    this.isCiting = false;
    this.said = '';
    this.link = null;
  }

  get sources() {
    return [[view, 'timeline', 'on', 'known', 'from', 'to', 'selection'], [model, 'description', 'answer', 'chart']];
  }

  async copy(text, confirmation) {
    const isCopied = await copied(text);
    this.link = isCopied ? null : text;
    if (isCopied) return this.say(confirmation);
    await this.updateComplete;
    return this.querySelector('#share-by-hand').select();
  }

  /** The same words twice are heard twice. */
  async say(words) {
    this.said = '';
    await this.updateComplete;
    this.said = words;
  }

  picture() {
    const {description, answer} = model.get();
    if (!description || !answer) return null;
    const {timeline, known} = view.get();
    const knownWords = known === null ? texts.asKnownToday : texts.asKnown(answer.known.position);
    return pictureOf(document.querySelector('annals-chart'), {
      title: description.title,
      subtitle: texts.share.pictureOn(whenWords(answer), knownWords),
      footer: texts.share.pictureSource(addressOf({...view.get(), timeline, known: answer.known.position})),
    });
  }

  async savePicture(kind) {
    try {
      await document.querySelector('annals-key').updateComplete;
      const picture = this.picture();
      if (!picture) return void this.say(texts.share.nothingToSave);
      const {on, known} = model.get().answer;
      const name = `${[view.get().timeline, on.replace(/[^0-9A-Za-z-]+/g, '_'), 'known', known.position].join('-')}.${kind}`;
      const blob = kind === 'svg' ? new Blob([svgText(picture)], {type: 'image/svg+xml'}) : await pngOf(picture);
      save(blob, name);
      return void this.say(texts.share.saved(name));
    } catch {
      return void this.say(texts.share.notSaved);
    }
  }

  async cite() {
    this.isCiting = !this.isCiting;
    if (!this.isCiting) return;
    await this.updateComplete;
    this.querySelector('#share-cite')?.focus();
  }

  async closeCite() {
    this.isCiting = false;
    await this.updateComplete;
    this.querySelector('[aria-expanded]').focus();
  }

  render() {
    const isReady = model.get().answer !== null && model.get().description !== null;
    return html`<section class="share" aria-label=${texts.share.title}>
      <div class="actions">
        <button type="button" @click=${() => this.copy(addressOf(view.get()), texts.share.linkCopied)}>${texts.share.copyLink}</button>
        <button type="button" aria-expanded=${this.isCiting} ?disabled=${!isReady} @click=${this.cite}>${texts.share.cite}</button>
        <span class="pictures"><span aria-hidden="true">${texts.share.picture}</span>
          <button type="button" aria-label=${texts.share.svg} ?disabled=${!isReady} @click=${() => this.savePicture('svg')}>SVG</button>
          <button type="button" aria-label=${texts.share.png} ?disabled=${!isReady} @click=${() => this.savePicture('png')}>PNG</button></span>
      </div>
      <p class="said" role="status">${this.said}</p>
      ${this.link === null ? nothing : html`<p class="field"><label for="share-by-hand">${texts.share.linkToCopy}</label>
        <input id="share-by-hand" readonly .value=${this.link}></p>`}
      ${this.isCiting && isReady ? this.citation() : nothing}
    </section>`;
  }

  citation() {
    const {description, answer, chart} = model.get();
    const {reference, address, api} = citationOf(view.get(), description, answer, chart?.events ?? []);
    return html`<section class="citation" aria-labelledby="share-cite" @keydown=${event => event.key === 'Escape' && this.closeCite()}>
      <h2 id="share-cite" tabindex="-1">${texts.share.citeTitle}</h2>
      <p class="hint">${texts.share.citeHint}</p>
      ${this.line('reference', texts.share.reference, reference)}
      ${this.line('address', texts.share.link, address)}
      ${this.line('api', texts.share.apiLink, api)}
      <p class="actions"><button type="button" @click=${this.closeCite}>${texts.share.closeCite}</button></p>
    </section>`;
  }

  line(name, label, text) {
    return html`<p class="field cited">
      <label for="share-${name}">${label}</label>
      ${name === 'reference'
        ? html`<textarea id="share-${name}" rows="4" readonly .value=${text}></textarea>`
        : html`<input id="share-${name}" readonly .value=${text}>`}
      <button type="button" @click=${() => this.copy(text, texts.share.copied(label))}
        aria-label=${texts.share.copy(label)}>${texts.copy}</button>
    </p>`;
  }
}

customElements.define('annals-share', Share);
