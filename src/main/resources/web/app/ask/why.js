import {Part} from '../element.js';

class Why extends Part {}

customElements.define('annals-why', Why);
