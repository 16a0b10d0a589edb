// A worker that talks by hand: opens what was injected, and tells what it saw.
const { parentPort } = require('node:worker_threads');
const { context, propagation, trace } = require('@opentelemetry/api');
const { NodeTracerProvider } = require('@opentelemetry/sdk-trace-node');
const { extract } = require('traced-pool/context');

// Only for its context manager: nothing is exported here.
new NodeTracerProvider().register({ propagator: null });

function look(message) {
  const { traceId, spanId, traceFlags, traceState } = trace.getSpanContext(context.active()) ?? {};
  const baggage = propagation.getBaggage(context.active())?.getAllEntries();
  return { message, traceId, spanId, traceFlags, traceState: traceState?.serialize(), baggage };
}

parentPort?.on(
  'message',
  extract((message) => parentPort.postMessage(look(message))),
);

module.exports = extract(look);
