// Handlers for the tests of task spans, metrics and contexts: plain user code, with OpenTelemetry's API.
const { threadId } = require('node:worker_threads');
const { context, trace } = require('@opentelemetry/api');

const tracer = trace.getTracer('signals');

class QuotaError extends RangeError {
  code = 'E_QUOTA';
}

/** A span, and where it was made. */
module.exports = (task) => {
  tracer.startSpan(`made ${task}`).end();
  return threadId;
};

module.exports.nap = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

module.exports.fail = (how) => {
  if (how === 'coded') throw new QuotaError('too much');
  if (how === 'plain') throw new TypeError('bad task');
  if (how === 'value') throw 'no error';
  return process.exit(3);
};

/** Blocks until the caller gives up. */
module.exports.block = (began) => {
  Atomics.store(began, 0, 1);
  Atomics.notify(began, 0);
  Atomics.wait(began, 1, 0, 20_000);
};

/** What a logger would put beside its lines, and what is in the context. */
module.exports.look = async (keys) => {
  await null;
  const { traceId, spanId, traceFlags, traceState } = trace.getActiveSpan()?.spanContext() ?? {};
  return {
    ids: { traceId, spanId, traceFlags, traceState: traceState?.serialize() },
    values: keys.map((key) => context.active().getValue(Symbol.for(key))),
    isRecording: tracer.startSpan('probe').isRecording(),
  };
};
