import {Part} from '../element.js';

class Key extends Part {}

customElements.define('annals-key', Key);
