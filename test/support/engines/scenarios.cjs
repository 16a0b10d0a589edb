// What is tried with each engine; each scenario tells what it found, as JSON can hold it.
const { ChildProcess } = require('node:child_process');
const { subscribe } = require('node:diagnostics_channel');
const { MessagePort, Worker } = require('node:worker_threads');
const { context, propagation, ROOT_CONTEXT, trace } = require('@opentelemetry/api');

const tracer = trace.getTracer('waiter');
const numbers = (count) => Array.from({ length: count }, (_, index) => index + 1);
const toError = ({ name, message }) => `${name}: ${message.replaceAll(/pid=\d+/g, 'pid')}`;

/** What comes of some work, its error included. */
async function outcome(work) {
  try {
    return (await work()) ?? null;
  } catch (error) {
    return toError(error);
  }
}

async function withPool(engine, Pool, options, work) {
  const pool = engine.create(Pool, options);
  (pool.emitter ?? pool).on?.('error', () => {});
  try {
    return await work(pool);
  } finally {
    await engine.end(pool);
  }
}

/** Runs work in a new span. */
function inSpan(name, work) {
  return tracer.startActiveSpan(name, async (span) => {
    const spanId = span.spanContext().spanId;
    return work(spanId).finally(() => span.end());
  });
}

const CALLS = [
  ['square', 3],
  ['halve', 4],
  ['halve', 5],
  ['absent', 1],
];

/** What the library's own verb gives, and the executor's; and what comes of ending the pool again. */
async function dispatches(engine, { Bare, Traced }) {
  const facts = {};
  for (const [key, Pool] of Object.entries({ bare: Bare, traced: Traced })) {
    const pool = engine.create(Pool, { size: 1 });
    const ask = (verb) =>
      Promise.all(CALLS.map(([name, value]) => outcome(async () => engine[verb](pool, name, value))));
    facts[key] = [...(await ask('dispatch'))];
    if (key === 'traced') facts.submitted = await ask('submit');
    const end = () => outcome(async () => void (await engine.end(pool)));
    const ends = [engine.endsInTurn ? await end() : await Promise.all([end(), end()]), await end()];
    if (!engine.endsUnevenly) facts[key].push(...ends);
  }
  return facts;
}

/** A class whose dispatch counts the tasks that are under way. */
function counting(engine, Traced) {
  const verb = engine.dispatchName;
  const Counting = class extends Traced {
    startedCount = 0;
    underWayCount = 0;
    mostUnderWay = 0;
    [verb](...args) {
      this.startedCount++;
      this.mostUnderWay = Math.max(this.mostUnderWay, ++this.underWayCount);
      const result = super[verb](...args);
      const settle = () => void this.underWayCount--;
      result.then(settle, settle);
      return result;
    }
  };
  return Counting;
}

/** A source of numbers that tells what was read of it. */
function createSource() {
  const source = {
    read: 0,
    isClosed: false,
    async *[Symbol.asyncIterator]() {
      try {
        for (const number of numbers(50)) {
          source.read++;
          yield number;
        }
      } finally {
        source.isClosed = true;
      }
    },
  };
  return source;
}

async function collect(results, count = Infinity) {
  const taken = [];
  for await (const result of results) if (taken.push(result) === count) break;
  return taken;
}

async function maps(engine, { Traced }) {
  const facts = {};
  const source = createSource();
  await withPool(engine, counting(engine, Traced), {}, async (live) => {
    const map = (name, values, options = {}) => engine.map(live, name, values, options);
    const mapIterable = (name, values, options = {}) => engine.mapIterable(live, name, values, options);
    facts.squares = await map('square', numbers(9), { concurrency: 3 });
    facts.overridden = [live.startedCount, live.mostUnderWay];
    facts.none = await map('square', []);
    facts.failed = await outcome(() => map('halve', [2, 5, 8, 6, 10]));
    facts.startedDespite = live.startedCount;
    facts.badOptions = [
      await outcome(() => map('square', [1], { concurrency: 0 })),
      await outcome(() => map('square', [1], { stopOnError: 'yes' })),
      await outcome(async () => mapIterable('square', [1], { concurrency: 'two' })),
    ];
    facts.iterated = await collect(mapIterable('square', numbers(20)));
    facts.iteratedError = await outcome(() => collect(mapIterable('halve', [2, 4, 7, 8])));
    facts.taken = await collect(mapIterable('square', source, { concurrency: 4 }), 3);
  });
  facts.source = [source.isClosed, source.read < 9];
  const stopping = await withPool(engine, counting(engine, Traced), { size: 1 }, async (live) => {
    const options = { stopOnError: true, concurrency: 1 };
    facts.stopped = await outcome(() => engine.map(live, 'halve', [2, 5, 7, ...numbers(60)], options));
    // Time for what is not stopped.
    for (const number of [1, 2]) await engine.submit(live, 'square', number);
    return live;
  });
  facts.startedUntilStop = stopping.startedCount;

  return facts;
}

/** The span and the baggage that a task finds, by what its caller was in and what it was given; and many spans. */
async function contexts(engine, { Traced }) {
  return withPool(engine, Traced, { size: 1 }, (pool) =>
    inSpan('order', async (order) => {
      const other = tracer.startSpan('other', { root: true });
      const baggage = propagation.createBaggage({ table: { value: 'seven, by the window' } });
      const given = propagation.setBaggage(trace.setSpan(ROOT_CONTEXT, other), baggage);
      const names = { [order]: 'order', [other.spanContext().spanId]: 'other' };
      const toNames = ([spanId, table]) => [names[spanId] ?? spanId, table];
      const told = {};
      const tell = async (key, work) => void (told[key] = toNames(await work()));
      await tell('dispatched', () => engine.dispatch(pool, 'tell', 0));
      await tell('dispatched in another', () => context.with(given, () => engine.dispatch(pool, 'tell', 0)));
      await tell('submitted', () => engine.submit(pool, 'tell', 0));
      await tell('mapped', async () => (await engine.map(pool, 'tell', [0], {}))[0]);
      await tell(
        'mapped in a given one',
        async () => (await engine.map(pool, 'tell', [0], { context: given }))[0],
      );
      await tell(
        'mapped in none',
        async () => (await engine.map(pool, 'tell', [0], { context: ROOT_CONTEXT }))[0],
      );
      const iterable = context.with(given, () => engine.mapIterable(pool, 'tell', [0, 1], {}));
      await tell('iterated', async () => (await collect(iterable))[1]);
      for (const [key, each] of Object.entries({
        'submitted in a given one': given,
        'submitted in none': ROOT_CONTEXT,
      }))
        if (engine.takesContext) await tell(key, () => engine.submit(pool, 'tell', 0, { context: each }));
      other.end();
      const before = engine.relayedSpans(pool).handedOver;
      const result = await engine.dispatch(pool, 'burst', 2000);
      const { handedOver, dropped } = engine.relayedSpans(pool);
      return { told, burst: { result, handedOver: handedOver - before, dropped } };
    }),
  );
}

/** Counts, from now on, what goes between the main thread and its workers. */
function countMessages() {
  const counts = { sent: 0, received: 0 };
  const patch = (owner, name, count) => {
    const original = owner[name];
    owner[name] = function (...args) {
      count(...args);
      return original.apply(this, args);
    };
  };
  patch(ChildProcess.prototype, 'emit', (event) => void (event === 'message' && counts.received++));
  patch(Worker.prototype, 'emit', (event) => void (event === 'message' && counts.received++));
  patch(MessagePort.prototype, 'postMessage', () => counts.sent++);
  const { spawn } = ChildProcess.prototype;
  ChildProcess.prototype.spawn = function (...args) {
    const result = spawn.apply(this, args);
    if (this.send) patch(this, 'send', () => counts.sent++);
    return result;
  };
  return counts;
}

/** The application has no SDK. */
async function withoutSdk(engine, { Bare, Traced }) {
  trace.disable();
  context.disable();
  propagation.disable();
  const counts = countMessages();
  const facts = {};
  for (const [key, Pool] of Object.entries({ bare: Bare, traced: Traced })) {
    await withPool(engine, Pool, { size: 1 }, async (pool) => {
      await engine.dispatch(pool, 'square', 1);
      Object.assign(counts, { sent: 0, received: 0 });
      facts[key] = [];
      for (const number of numbers(5)) facts[key].push(await engine.dispatch(pool, 'square', number));
      facts[key].push({ ...counts }, await engine.dispatch(pool, 'tell'));
      if (key === 'traced') facts.relayedSpans = engine.relayedSpans(pool);
    });
  }
  return facts;
}

/** Options that are not of their type. */
async function wrongOptions(engine, { Traced }) {
  let madeCount = 0;
  process.on('worker', () => madeCount++);
  subscribe('child_process', () => madeCount++);
  const wrong = [7, null, { spanProcessor: {} }, { contextKeys: ['table'] }];
  const errors = [];
  for (const tracing of wrong) {
    // Threads.js tells it where the worker is made.
    errors.push(await outcome(async () => engine.create(Traced, { tracing }).completed?.()));
  }
  await new Promise((resolve) => setImmediate(resolve));
  return { errors, madeCount };
}

module.exports = {
  contexts,
  dispatches,
  inSpan,
  maps,
  numbers,
  outcome,
  toError,
  withoutSdk,
  withPool,
  wrongOptions,
};
