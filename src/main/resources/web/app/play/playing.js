import {observable} from '../observable.js';

/**
 * What is being played: {status: 'idle'|'playing'|'lost', day, moment, spoken, seconds}. `day` moves with every
 * frame; `moment` is the fact of the moment for the eye, `spoken` the one for the ear, which is slower: {fact, others},
 * and stay when history is paused. `seconds` is how long the whole view takes.
 */
const store = observable(Object.freeze({status: 'idle', day: null, moment: null, spoken: null, seconds: 60}));

export const playing = {
  get: store.get,
  set: patch => store.set(Object.freeze({...store.get(), ...patch})),
  subscribe: store.subscribe,
};

export const isPlaying = () => playing.get().status !== 'idle';
