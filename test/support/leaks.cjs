// Prints, for each way in which a queue comes to its end, how many contexts are still held; `node --expose-gc`.
const { context, createContextKey, ROOT_CONTEXT } = require('@opentelemetry/api');
const { AsyncLocalStorageContextManager } = require('@opentelemetry/context-async-hooks');
const { bindQueue } = require('traced-pool/context');
const async = require('async');
const BetterQueue = require('better-queue');
const fastq = require('fastq');

context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
const KEY = createContextKey('request');
const kept = [];

function fill(push) {
  const references = [];
  for (let n = 0; n < 20; n++) {
    const held = ROOT_CONTEXT.setValue(KEY, { n });
    references.push(new WeakRef(held));
    context.with(held, push, undefined, n % 3);
  }
  return references;
}

const sleep = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

async function count(name, create, end) {
  const queue = bindQueue(create);
  kept.push(queue);
  if (!end) queue.resume?.();
  else queue.pause();
  const references = fill((n) => void queue.push(n, () => {}));
  await sleep(20);
  end?.(queue);
  await sleep(100);
  for (let round = 0; round < 5; round++) {
    globalThis.gc();
    await sleep(5);
  }
  return [name, references.filter((reference) => reference.deref()).length];
}

const calling = (item, done) => setImmediate(done);
const ends = {
  kill: (queue) => queue.kill(),
  killAndDrain: (queue) => queue.killAndDrain(),
  abort: (queue) => queue.abort(),
  remove: (queue) => queue.remove(() => true),
};

async function main() {
  const held = {};
  const queues = {
    fastq: [(bound) => fastq(bound(calling), 2), ['kill', 'killAndDrain', 'abort']],
    'fastq.promise': [
      (bound) =>
        fastq.promise(
          bound(async () => {}),
          2,
        ),
      ['kill', 'killAndDrain'],
    ],
    'async.queue': [(bound) => async.queue(bound(calling), 2), ['kill', 'remove']],
    'async.cargo': [(bound) => async.cargo(bound(calling), 3), ['kill', 'remove']],
    'better-queue': [(bound) => new BetterQueue(bound(calling)), []],
  };
  for (const [library, [create, names]] of Object.entries(queues))
    for (const name of [undefined, ...names]) {
      const [key, left] = await count(`${library} ${name ?? 'drained'}`, create, ends[name]);
      held[key] = left;
    }
  process.stdout.write(JSON.stringify({ held, queues: kept.length }));
}

void main();
