import {Part} from '../element.js';

class Tools extends Part {}

customElements.define('annals-tools', Tools);
