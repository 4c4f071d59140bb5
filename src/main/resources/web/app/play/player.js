import {Part} from '../element.js';

class Player extends Part {}

customElements.define('annals-player', Player);
