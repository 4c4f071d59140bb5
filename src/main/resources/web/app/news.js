import {html, nothing} from 'lit';
import {Part} from './element.js';
import {factWords} from './facts.js';
import {model} from './model.js';
import {texts} from './texts.js';

const SHOWN_MILLIS = 12_000;

/** Says what has just been recorded. */
class News extends Part {
  get sources() {
    return [[model, 'arrived', 'labels']];
  }

  connectedCallback() {
    super.connectedCallback();
    this.setAttribute('role', 'status');
  }

  willUpdate() {
    const {arrived} = model.get();
    if (arrived === this.told) return;
    this.told = arrived;
    this.isShown = arrived !== null;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.isShown = false;
      this.requestUpdate();
    }, SHOWN_MILLIS);
  }

  render() {
    return this.isShown && this.told
      ? html`<p class="news">${texts.arrived(this.told.position, factWords(this.told))}</p>` : nothing;
  }
}

customElements.define('annals-news', News);
