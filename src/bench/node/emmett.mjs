// Emmett in a process of its own. Orders come as lines, each is answered with a line of JSON:
//   append WRITERS BATCH MILLIS    each writer appends to streams in turn, and waits for each answer
//   read                           everything, in the order of the log, a thousand at a time
import { createInterface } from 'node:readline';
import { getPostgreSQLEventStore, readMessagesBatch } from '@event-driven-io/emmett-postgresql';
import { dumbo } from '@event-driven-io/dumbo';
import pg from 'pg';

const STREAMS = 500;
const PAGE = 1000;
const CONNECTIONS = 24; // as the services have

const url = process.env.BENCH_URL;
const data = JSON.parse(process.env.BENCH_FACT);
const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS });
const store = getPostgreSQLEventStore(url, { connectionOptions: { pool } });
const reading = dumbo({ connectionString: url, pool });
let next = 0;

async function append(writers, batch, millis) {
  let facts = 0;
  const start = performance.now();
  const write = async () => {
    while (performance.now() - start < millis) {
      const events = Array.from({ length: batch }, () => ({ type: 'OfficeAssumed', data }));
      await store.appendToStream(`office-${next++ % STREAMS}`, events);
      facts += batch;
    }
  };
  await Promise.all(Array.from({ length: writers }, write));
  return { facts, seconds: (performance.now() - start) / 1000 };
}

async function read() {
  let facts = 0;
  let after = 0n;
  const start = performance.now();
  for (;;) {
    const page = await readMessagesBatch(reading.execute, { after, batchSize: PAGE });
    facts += page.messages.length;
    if (page.messages.length < PAGE) break;
    after = page.currentGlobalPosition;
  }
  return { facts, seconds: (performance.now() - start) / 1000 };
}

const say = (answer) => process.stdout.write(`${JSON.stringify(answer)}\n`);

await store.schema.migrate();
say({ ready: true });
for await (const line of createInterface({ input: process.stdin })) {
  const [order, ...numbers] = line.split(' ');
  try {
    say(await (order === 'append' ? append(...numbers.map(Number)) : read()));
  } catch (error) {
    say({ error: String(error?.stack ?? error) });
  }
}
process.exit(0);
