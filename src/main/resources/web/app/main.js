import './masthead.js';
import './timeline/tools.js';
import './timeline/chart.js';
import './timeline/key.js';
import './play/player.js';
import './known/known.js';
import './ask/asked.js';
import './ask/state.js';
import './ask/why.js';
import './share/share.js';
import './record/record.js';
import './links.js';
import './news.js';
import {startFollowing} from './live.js';
import {start} from './loading.js';

startFollowing();
start();
