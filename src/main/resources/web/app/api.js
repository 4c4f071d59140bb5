import {token} from './token.js';

/** The service's own interface. A refusal is thrown as a Problem. */

export class Problem extends Error {
  constructor(body, status) {
    super(body.detail ?? body.title ?? String(status));
    this.name = 'Problem';
    this.status = status;
    this.title = body.title ?? null;
    this.kind = body.type?.split('/').at(-1) ?? 'unreachable';
    this.violations = body.violations ?? [];
    this.conflicting = body.conflicting ?? [];
  }
}

/** A path below a timeline, with its parameters; what is null or undefined is left out. */
export function pathOf(timeline, rest, parameters = {}) {
  const query = new URLSearchParams(
    Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined));
  const text = query.toString();
  return `/timelines/${encodeURIComponent(timeline)}${rest}${text ? `?${text}` : ''}`;
}

async function read(answer) {
  const text = await answer.text();
  let body = {};
  try {
    body = text ? JSON.parse(text) : {};
  } catch {
    if (answer.ok) throw new Problem({title: 'not JSON'}, answer.status);
  }
  if (!answer.ok) throw new Problem(body, answer.status);
  return body;
}

export const api = {
  async get(path, {signal} = {}) {
    return read(await fetch(path, {signal, headers: {Accept: 'application/json', ...token.headers()}}));
  },

  /** @returns {Promise<{status: number, body: object}>} */
  async send(path, body, {method = 'POST', signal} = {}) {
    const headers = {'Content-Type': 'application/json', Accept: 'application/json', ...token.headers()};
    const answer = await fetch(path, {method, headers, body: JSON.stringify(body), signal});
    return {status: answer.status, body: await read(answer)};
  },
};

/**
 * Runs one question at a time: a newer one replaces the one that waits, and ends the one under way
 * only if told to.
 */
export function latest(ask) {
  let running = null;
  let waiting = null;
  const run = async argument => {
    const control = new AbortController();
    running = control;
    try {
      await ask(argument, control.signal);
    } catch (failure) {
      if (failure.name !== 'AbortError') throw failure;
    } finally {
      running = null;
      if (waiting) {
        const [next] = waiting;
        waiting = null;
        run(next);
      }
    }
  };
  return (argument, {abort = false} = {}) => {
    if (!running) return run(argument);
    waiting = [argument];
    if (abort) running.abort();
    return undefined;
  };
}
