// Threads behind a limit: each is started when another has ended, in a function that was bound where its task was handed in.
import { Worker } from 'node:worker_threads';
import { trace } from '@opentelemetry/api';
import { bind } from 'traced-pool/context';

const tracer = trace.getTracer('kiln');
const file = new URL('./fire.mjs', import.meta.url);
const waiting = [];
let isFree = true;

class Firing extends Worker {
  constructor(pot) {
    super(file, { workerData: { pot } });
  }
}

function fire(pot) {
  return new Promise((resolve, reject) => {
    waiting.push(bind(() => start(pot, resolve, reject)));
    next();
  });
}

function next() {
  if (isFree && waiting.length > 0) waiting.shift()();
}

function start(pot, resolve, reject) {
  isFree = false;
  const firing = new Firing(pot);
  firing.once('message', resolve);
  firing.once('error', reject);
  firing.once('exit', () => {
    isFree = true;
    next();
  });
}

const order = (pot) =>
  tracer.startActiveSpan(`order of a ${pot}`, async (span) => {
    const fired = await fire(pot);
    span.end();
    return fired;
  });

console.log(await Promise.all(['bowl', 'jug', 'vase'].map(order)));
