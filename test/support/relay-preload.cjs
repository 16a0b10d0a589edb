// OpenTelemetry as a preload sets it up: in the main thread and in each worker, or, by SDK_IN, in one of them only.
// What any thread exports goes to OUTPUT_FILE, a line a span.
const { appendFileSync } = require('node:fs');
const { isMainThread, threadId } = require('node:worker_threads');
const { diag, trace } = require('@opentelemetry/api');
const { resourceFromAttributes } = require('@opentelemetry/resources');
const { BatchSpanProcessor, SimpleSpanProcessor } = require('@opentelemetry/sdk-trace-base');
const { NodeTracerProvider } = require('@opentelemetry/sdk-trace-node');

const { SDK_IN = 'main,worker', PROCESSOR = 'batch', HIDDEN, OUTPUT_FILE } = process.env;
const write = (record) => appendFileSync(OUTPUT_FILE, `${JSON.stringify(record)}\n`);

const exporter = {
  export(spans, done) {
    for (const { name, parentSpanContext, attributes, status, ...span } of spans.map((each) => ({
      ...each,
      context: each.spanContext(),
    }))) {
      const { traceId, spanId } = span.context;
      const service = span.resource.attributes['service.name'];
      const scope = span.instrumentationScope.name;
      const parentSpanId = parentSpanContext?.spanId;
      const ids = { traceId, spanId, parentSpanId };
      write({ exportedBy: threadId, name, ...ids, attributes, status, service, scope });
    }
    done({ code: 0 });
  },
  shutdown: () => Promise.resolve(),
};

/** Adds an attribute to each span that starts, as processors of baggage do. */
const enriching = {
  onStart: (span) => void span.setAttribute('started.in', threadId),
  onEnd() {},
  forceFlush: () => Promise.resolve(),
  shutdown: () => Promise.resolve(),
};

if (SDK_IN.split(',').includes(isMainThread ? 'main' : 'worker')) {
  const Processor = PROCESSOR === 'simple' ? SimpleSpanProcessor : BatchSpanProcessor;
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': isMainThread ? 'the application' : 'a worker' }),
    spanProcessors: [enriching, new Processor(exporter)],
  });
  if (!isMainThread && HIDDEN) {
    const warn = (message) => write({ warning: message });
    diag.setLogger({ warn, error() {}, info() {}, debug() {}, verbose() {} });
    trace.setGlobalTracerProvider({ getTracer: (name) => provider.getTracer(name) });
  } else provider.register();
  // Made before the relay is there, and used after.
  globalThis.earlyTracer = trace.getTracer('preload');
}
