import {Part} from '../element.js';

class Known extends Part {}

customElements.define('annals-known', Known);
