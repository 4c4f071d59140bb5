import {html, nothing} from 'lit';
import {sourceWords} from '../facts.js';
import {texts} from '../texts.js';

/** Words, linked if there is an address of the web to link to. */
export function safeLink(url, words) {
  return /^https?:\/\//i.test(url ?? '') ? html`<a href=${url} rel="noreferrer noopener" target="_blank">${words}</a>` : words;
}

export function sourceList(sources) {
  if (!sources?.length) return html`<p class="hint">${texts.noSources}</p>`;
  return html`<ul class="sources" aria-label=${texts.sources}>${sources.map(source => html`<li>
    ${safeLink(source.url, sourceWords(source))}${source.quote ? html` <q>${source.quote}</q>` : nothing}</li>`)}</ul>`;
}
