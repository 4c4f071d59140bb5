import {Part} from '../element.js';

class Share extends Part {}

customElements.define('annals-share', Share);
