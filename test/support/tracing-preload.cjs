// An application's OpenTelemetry set-up, main thread of the main process only, as `--require`: real SDK, batched export, to a file.
const { appendFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

if (isMainThread && !process.send) {
  const { BatchSpanProcessor } = require('@opentelemetry/sdk-trace-base');
  const { NodeTracerProvider } = require('@opentelemetry/sdk-trace-node');
  const { resourceFromAttributes } = require('@opentelemetry/resources');

  const exporter = {
    export(spans, done) {
      for (const span of spans) {
        const { name, attributes, status, events, resource, instrumentationScope } = span;
        const { traceId, spanId } = span.spanContext();
        const parentSpanId = span.parentSpanContext?.spanId;
        const record = { name, traceId, spanId, parentSpanId, attributes, status, events };
        const origin = { scope: instrumentationScope, service: resource.attributes['service.name'] };
        appendFileSync(process.env.SPANS_FILE, `${JSON.stringify({ ...record, ...origin })}\n`);
      }
      done({ code: 0 });
    },
    shutdown: () => Promise.resolve(),
  };
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'fixture' }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  provider.register();
  process.once('beforeExit', () => void provider.shutdown());
}
