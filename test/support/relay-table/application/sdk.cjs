// The SDK of each line, set up as its users do. Exporters write what they get to the output file.
const { threadId } = require('node:worker_threads');
const { configuration, record } = require('./configuration.cjs');

const { line, kind, exportMillis } = configuration;
const SERVICE = { 'service.name': 'relay-table' };

/** Each line's own names, and no other's: an exporter of 1.x knows no `parentSpanContext`. */
function parentOf(span) {
  return line === 1 ? span.parentSpanId : span.parentSpanContext?.spanId;
}

function createExporter(exporter) {
  return {
    export(spans, done) {
      const lines = spans.map((span) => {
        const { traceId, spanId } = span.spanContext();
        const { name, status, attributes } = span;
        const error = { status: status.code, errorType: attributes['error.type'] };
        const isClosed = attributes['traced_pool.closed_by_executor'];
        return {
          out: name,
          exporter,
          threadId,
          traceId,
          spanId,
          parentSpanId: parentOf(span),
          ...error,
          isClosed,
        };
      });
      record(...lines);
      if (exportMillis) setTimeout(done, exportMillis, { code: 0 });
      else done({ code: 0 });
    },
    forceFlush: () => Promise.resolve(),
    shutdown: () => Promise.resolve(),
  };
}

const throwing = {
  onStart() {},
  onEnd(span) {
    // The SDK itself would pass it on to whoever ends the span.
    if (span.name === 'request') return;
    throw new Error(`no room for ${span.name}`);
  },
  forceFlush: () => Promise.resolve(),
  shutdown: () => Promise.resolve(),
};

function createProcessor(name, index) {
  if (name === 'throwing') return throwing;
  const sdk = require(line === 3 ? '@opentelemetry/sdk-trace' : '@opentelemetry/sdk-trace-base');
  const Processor = name === 'simple' ? sdk.SimpleSpanProcessor : sdk.BatchSpanProcessor;
  const exporter = createExporter(index);
  return new Processor(line === 3 ? { exporter } : exporter);
}

function createProvider(spanProcessors) {
  if (line === 1) {
    const { Resource } = require('@opentelemetry/resources');
    const { NodeTracerProvider } = require('@opentelemetry/sdk-trace-node');
    const provider = new NodeTracerProvider({ resource: new Resource(SERVICE) });
    for (const processor of spanProcessors) provider.addSpanProcessor(processor);
    return provider;
  }
  const { resourceFromAttributes } = require('@opentelemetry/resources');
  if (line === 2) {
    const { NodeTracerProvider } = require('@opentelemetry/sdk-trace-node');
    return new NodeTracerProvider({ resource: resourceFromAttributes(SERVICE), spanProcessors });
  }
  const { TracerProvider } = require('@opentelemetry/sdk-trace');
  return new TracerProvider({ resource: resourceFromAttributes(SERVICE), spanProcessors });
}

/** The 3.x line has no `register()`. */
function register(provider) {
  if (line !== 3) return provider.register();
  const { context, trace } = require('@opentelemetry/api');
  const { AsyncLocalStorageContextManager } = require('@opentelemetry/context-async-hooks');
  context.setGlobalContextManager(new AsyncLocalStorageContextManager());
  trace.setGlobalTracerProvider(provider);
}

let sdk = { shutdown: () => Promise.resolve() };

/** Sets up and registers the SDK of this thread. */
exports.setUpSdk = () => {
  const spanProcessors = configuration.processors.map(createProcessor);
  if (kind === 'NodeSDK') {
    const { NodeSDK } = require('@opentelemetry/sdk-node');
    sdk = new NodeSDK({ spanProcessors, autoDetectResources: false, instrumentations: [] });
    sdk.start();
  } else {
    sdk = createProvider(spanProcessors);
    register(sdk);
  }
};

/** Shuts down the SDK of this thread, if it has one. */
exports.shutDownSdk = () => sdk.shutdown();
