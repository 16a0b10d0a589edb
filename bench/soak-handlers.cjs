// What the soak has its workers do: plain user code, with OpenTelemetry's API. A span is counted before it starts
// (cell 0) and after (cell 1), as a worker may be terminated in between: what comes out lies between the two.
const { setTimeout: sleep } = require('node:timers/promises');
const { context, trace } = require('@opentelemetry/api');

const tracer = trace.getTracer('soak');

function start(begun, name, parent = context.active()) {
  Atomics.add(begun, 0, 1);
  const span = tracer.startSpan(name, { attributes: { page: 7, title: 'a page' } }, parent);
  Atomics.add(begun, 1, 1);
  return span;
}

/** An outer and an inner span, with work in between. */
async function work({ begun, millis }) {
  const outer = start(begun, 'outer');
  const inner = start(begun, 'inner', trace.setSpan(context.active(), outer));
  if (millis > 0) await sleep(millis);
  inner.end();
  outer.end();
}

exports.work = work;

exports.fail = async (task) => {
  await work(task);
  throw new RangeError('as asked');
};

exports.burst = ({ begun, count }) => {
  for (let index = 0; index < count; index++) start(begun, 'burst').end();
};

/** Spans that are open when the worker dies. */
exports.exit = async ({ begun, millis }) => {
  start(begun, 'left open');
  await sleep(millis);
  process.exit(3);
};

exports.throwLater = ({ begun, millis }) => {
  start(begun, 'left open');
  setTimeout(() => {
    throw new Error('out of band');
  }, millis);
  return sleep(10_000);
};

/** Until the caller gives up. */
exports.spin = ({ begun }) => {
  start(begun, 'left open');
  for (;;);
};

exports.exhaust = ({ begun }) => {
  start(begun, 'left open');
  for (const hoard = []; ;) hoard.push(new Array(1000).fill(hoard.length));
};

/** A span that ends when the task has long been answered. */
exports.straggle = ({ begun, millis }) => {
  const span = start(begun, 'straggler');
  setTimeout(() => span.end(), millis);
};

exports.tiny = ({ begun }) => start(begun, 'tiny').end();
