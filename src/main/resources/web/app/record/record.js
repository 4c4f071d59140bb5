import {Part} from '../element.js';

class Record extends Part {}

customElements.define('annals-record', Record);
