import {html, nothing} from 'lit';
import {api, pathOf} from './api.js';
import {Part} from './element.js';
import {model} from './model.js';
import {texts} from './texts.js';

/** Where to go on from here. */
class Links extends Part {
  static properties = {exports: {state: true}};

  get sources() {
    return [[model, 'description']];
  }

  /** The files are listed when somebody asks for them. */
  async list({target}) {
    const {description} = model.get();
    if (!target.open || this.exports?.timeline === description.id) return;
    try {
      this.exports = await api.get(pathOf(description.id, '/exports'));
    } catch (problem) {
      model.set({problem});
    }
  }

  close({key, currentTarget: details}) {
    if (key !== 'Escape' || !details.open) return;
    details.open = false;
    details.querySelector('summary').focus();
  }

  render() {
    const {description} = model.get();
    return html`<nav aria-label=${texts.readOn}><ul>
      ${description ? html`
        <li><details class="exports" @toggle=${this.list} @keydown=${this.close}><summary>${texts.links.exports}</summary>${this.files(description)}</details></li>
        <li><a href="/timelines/${description.id}">${texts.links.timeline}</a></li>` : nothing}
      <li><a href="/q/swagger-ui/">${texts.links.api}</a></li>
    </ul></nav>`;
  }

  files({id}) {
    if (this.exports?.timeline !== id) return html`<p class="hint">${texts.loading}</p>`;
    return html`<ul>${this.exports.exports.map(({name, href, description}) => html`<li>
      <a href=${href} download>${name}</a> <span class="hint">${description}</span></li>`)}</ul>`;
  }
}

customElements.define('annals-links', Links);
