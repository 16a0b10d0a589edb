// Handlers: user code with OpenTelemetry's API. Each span is noted in the output file, with the parent that it is to
// have by what the task says, so independently of the context it runs in and of the relay.
const { Buffer } = require('node:buffer');
const { setTimeout: delay } = require('node:timers/promises');
const { threadId } = require('node:worker_threads');
const { context, trace } = require('@opentelemetry/api');
const { record } = require('./configuration.cjs');

const tracer = trace.getTracer('relay-table');
const SPAN_ID_LENGTH = 16;

const within = (span) => trace.setSpan(context.active(), span);
const idsOf = (span) => ({ traceId: span.spanContext().traceId, spanId: span.spanContext().spanId });

/** @param endedBy who is to end the span: the worker, the executor, or either of them, whoever comes first. */
function describe(span, name, parent, endedBy) {
  return { in: name, ...idsOf(span), parent, isRecording: span.isRecording(), endedBy, threadId };
}

/** A span that ends at once. */
function make(name, parent, inContext) {
  const span = tracer.startSpan(name, {}, inContext);
  const note = describe(span, name, parent, 'worker');
  span.end();
  record(note);
  return span;
}

/** A span that is noted while it is open, as it may remain so. */
function open(name, parent, endedBy, inContext) {
  const span = tracer.startSpan(name, {}, inContext);
  record(describe(span, name, parent, endedBy));
  return span;
}

/** One span that ends, and an outer and an inner one that do not. */
function openTwo({ name, parent }) {
  make(`ended ${name}`, parent);
  const outer = open(`outer ${name}`, parent, 'executor');
  open(`inner ${name}`, idsOf(outer), 'executor', within(outer));
}

function tell(cells, index) {
  Atomics.add(cells, index, 1);
  Atomics.notify(cells, index);
}

/** Two spans, one in the other, with a pause in the outer one in which other tasks may run. */
exports.make = async ({ name, parent, pauseMillis = 0 }) => {
  const outer = open(`outer ${name}`, parent, 'worker');
  await delay(pauseMillis);
  make(`inner ${name}`, idsOf(outer), within(outer));
  outer.end();
  return idsOf(outer);
};

/** Two spans in this tick. */
exports.makeAtOnce = ({ name, parent }) => {
  const outer = make(`first ${name}`, parent);
  make(`second ${name}`, idsOf(outer), within(outer));
};

/** Tells that it runs, by the first cell, and goes on when the second one says so. */
exports.waitForGate = async ({ name, parent, cells, endedBy = 'worker' }) => {
  const span = open(`waiting ${name}`, parent, endedBy);
  tell(cells, 0);
  while (Atomics.load(cells, 1) === 0) await delay(1);
  span.end();
};

/** Has spans open, and then fails, or has the worker die, by the given means. */
exports.die = ({ how, cells, ...task }) => {
  openTwo(task);
  if (cells) tell(cells, 0);
  if (how === 'exit') process.exit(3);
  if (how === 'spin') for (;;);
  if (how === 'memory') for (const hoard = []; ;) hoard.push(new Array(1000).fill(hoard.length));
  if (how === 'timer')
    setTimeout(() => {
      throw new Error('in a timer');
    }, 1);
  return new Promise(() => {});
};

const failures = {
  error: () => new RangeError('too far'),
  text: () => 'no error at all',
  nothing: () => undefined,
};

/** Ends a span, forgets another, and throws or rejects with something. */
exports.fail = ({ name, parent, how, what }) => {
  const span = open(`failing ${name}`, parent, 'worker');
  open(`forgotten ${name}`, parent, 'executor');
  span.recordException(failures.error());
  span.end();
  const failure = failures[what]();
  if (how === 'rejects') return Promise.reject(failure);
  throw failure;
};

/** Leaves work behind: spans that end after the task's result, if this thread gets to it. */
exports.leave = ({ name, parent, cells, lateMillis }) => {
  const span = open(`late ${name}`, parent, 'either');
  setTimeout(() => {
    span.end();
    // A thread that is parked gets here at any time, or never, so only one that tells is to start another.
    if (!cells) return;
    make(`later ${name}`, parent);
    tell(cells, 0);
  }, lateMillis);
};

/** Many spans as fast as they go; noted when all are made, lest that slows them down. */
exports.burst = ({ count, parent }) => {
  const ids = Buffer.alloc(count * SPAN_ID_LENGTH);
  let span;
  for (let index = 0; index < count; index++) {
    span = tracer.startSpan('burst');
    ids.write(span.spanContext().spanId, index * SPAN_ID_LENGTH, 'latin1');
    span.end();
  }
  const note = { ...describe(span, 'burst', parent, 'worker'), isRecording: true };
  for (let start = 0; start < ids.length; start += 1000 * SPAN_ID_LENGTH) {
    const text = ids.toString('latin1', start, start + 1000 * SPAN_ID_LENGTH);
    record(...text.match(/.{16}/g).map((spanId) => ({ ...note, spanId })));
  }
};

/** An executor in this worker; its tasks are children of a span of this one. */
exports.delegate = async ({ name, parent, taskCount, dying = [], cells }) => {
  const { TracedThreadPoolExecutor } = require('traced-pool');
  const executor = new TracedThreadPoolExecutor({ filename: module.filename, maxThreads: 2 });
  executor.on('error', () => {});
  const span = open(`delegating ${name}`, parent, cells ? 'executor' : 'worker');
  const submit = (task, handler) => executor.submit({ ...task, parent: idsOf(span) }, { name: handler });
  await context.with(within(span), async () => {
    const tasks = Array.from({ length: taskCount }, (_, number) => ({ name: `${name}.${number}` }));
    await Promise.all(tasks.map((task) => submit(task, 'make')));
    for (const how of dying) await submit({ name: `${name}.${how}`, how, cells }, 'die').catch(() => {});
  });
  span.end();
  await executor.close();
  return executor.relayedSpans;
};
