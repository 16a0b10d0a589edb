// What the workers run.
const { AsyncLocalStorage } = require('node:async_hooks');
const { performance } = require('node:perf_hooks');
const { trace } = require('@opentelemetry/api');

const tracer = trace.getTracer('bench');

exports.noop = () => undefined;

const storage = new AsyncLocalStorage();

/** What any way to carry a context does at least: it comes beside the task, and the task runs in it. */
exports.byHand = ([task, context]) => storage.run(context, exports.noop, task);

exports.span = () => {
  tracer.startSpan('resize').end();
};

/** Makes so many spans, as fast as it can. */
exports.spans = (count) => {
  for (let made = 0; made < count; made += 1) tracer.startSpan('resize').end();
};

/** Keeps the worker busy for so many milliseconds. */
exports.busy = (millis) => {
  const end = performance.now() + millis;
  while (performance.now() < end);
};

/** Makes `perMilli` spans each millisecond, for so long. */
exports.paced = ({ perMilli, millis }) => {
  const begin = performance.now();
  let made = 0;
  for (let elapsed = 0; elapsed < millis; elapsed = performance.now() - begin) {
    const due = Math.floor(elapsed * perMilli);
    for (; made < due; made += 1) tracer.startSpan('resize').end();
  }
  return made;
};
