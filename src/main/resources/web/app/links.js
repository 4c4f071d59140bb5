import {html, nothing} from 'lit';
import {Part} from './element.js';
import {model} from './model.js';
import {texts} from './texts.js';

/** Where to go on from here. */
class Links extends Part {
  get sources() {
    return [[model, 'description']];
  }

  render() {
    const {description} = model.get();
    return html`<nav aria-label=${texts.readOn}><ul>
      ${description ? html`
        <li><a href="/timelines/${description.id}/exports">${texts.links.exports}</a></li>
        <li><a href="/timelines/${description.id}">${texts.links.timeline}</a></li>` : nothing}
      <li><a href="/q/swagger-ui/">${texts.links.api}</a></li>
    </ul></nav>`;
  }
}

customElements.define('annals-links', Links);
