import {token} from './token.js';

/** A stream of the service as an EventSource reads it, with the token that an EventSource cannot send. */

const AGAIN_MILLIS = 2000;

/**
 * Reads until it is closed, or the service says that it is over; a lost connection goes on after the last event.
 * @param on {event({type, data}), lost()}
 * @returns a function that closes it
 */
export function follow(path, on) {
  const control = new AbortController();
  read(path, on, control.signal);
  return () => control.abort();
}

async function read(path, on, signal) {
  let lastId = null;
  while (!signal.aborted) {
    try {
      const headers = {Accept: 'text/event-stream', ...token.headers(), ...(lastId === null ? {} : {'Last-Event-ID': lastId})};
      const answer = await fetch(path, {signal, headers, cache: 'no-store'});
      if (answer.status === 204) return;
      if (answer.ok) {
        for await (const event of eventsOf(answer.body)) {
          if (signal.aborted) return;
          lastId = event.id ?? lastId;
          on.event(event);
        }
      }
    } catch (failure) {
      // The connection is what fails here; what a listener does wrong is not hidden.
      if (!(failure instanceof TypeError || failure instanceof DOMException)) throw failure;
    }
    if (signal.aborted) return;
    on.lost();
    await new Promise(resolve => { setTimeout(resolve, AGAIN_MILLIS); });
  }
}

async function* eventsOf(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const {done, value} = await reader.read();
    if (done) return;
    const blocks = (rest + value).split('\n\n');
    rest = blocks.pop();
    for (const block of blocks) {
      const event = eventOf(block);
      if (event.data !== undefined) yield event;
    }
  }
}

/** {id, type, data} of the lines of one event; comments say nothing. */
export function eventOf(block) {
  const event = {};
  for (const line of block.split('\n')) {
    const [, field, value] = /^(id|event|data): ?(.*)$/.exec(line) ?? [];
    if (field === 'event') event.type = value;
    else if (field === 'data') event.data = event.data === undefined ? value : `${event.data}\n${value}`;
    else if (field) event.id = value;
  }
  return event;
}
