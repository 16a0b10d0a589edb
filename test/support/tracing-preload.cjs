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
        const { name, kind, parentSpanContext, startTime, endTime, duration } = span;
        const { attributes, status, events, links, resource, instrumentationScope } = span;
        const record = {
          name,
          kind,
          context: span.spanContext(),
          parentSpanContext,
          startTime,
          endTime,
          duration,
        };
        const details = { attributes, status, events, links, instrumentationScope };
        const origin = { resource: { attributes: resource.attributes } };
        appendFileSync(process.env.SPANS_FILE, `${JSON.stringify({ ...record, ...details, ...origin })}\n`);
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
