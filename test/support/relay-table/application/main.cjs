// The main program of one case: sets up the SDK, unless a preload has, runs the scenario, and shuts the SDK down.
const { join } = require('node:path');
const { context, trace } = require('@opentelemetry/api');
const { TracedThreadPoolExecutor } = require('traced-pool');
const { configuration, record } = require('./configuration.cjs');
const { setUpSdk, shutDownSdk } = require('./sdk.cjs');
const scenarios = {
  ...require('./scenarios-of-tasks.cjs'),
  ...require('./scenarios-of-endings.cjs'),
};

if (configuration.sdk === 'main') setUpSdk();

const tracer = trace.getTracer('main');
const executors = [];

const application = {
  createExecutor(options) {
    const filename = join(__dirname, 'worker.cjs');
    const executor = new TracedThreadPoolExecutor({
      filename,
      maxThreads: 2,
      ...configuration.pool,
      ...options,
    });
    executor.on('error', () => {});
    executors.push(executor);
    return executor;
  },

  /** Does work in a span of its own, as a server does for a request; the work is told the span's ids. */
  inRequest(work) {
    const span = tracer.startSpan('request');
    const { traceId, spanId } = span.spanContext();
    record({ request: spanId, isRecording: span.isRecording() });
    return context.with(trace.setSpan(context.active(), span), async () => {
      try {
        return await work({ traceId, spanId });
      } finally {
        span.end();
      }
    });
  },
};

async function main() {
  await scenarios[configuration.scenario](application);
  const counts = executors.map(({ relayedSpans }) => relayedSpans);
  await shutDownSdk();
  const sum = (key) => counts.reduce((total, each) => total + each[key], 0);
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  record({ handedOver: sum('handedOver'), dropped: sum('dropped'), peakMegabytes });
  if (configuration.exits) process.exit(0);
}

void main();
