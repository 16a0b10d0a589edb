// Collects spans on a line of the SDK, in the ways that there are, and prints the trees; argv: the line.
const { ROOT_CONTEXT, trace } = require('@opentelemetry/api');
const { TracedThreadPoolExecutor } = require('traced-pool');
const { assertChildOf, assertNoOrphans, collectSpans, spanTree } = require('traced-pool/testing');

const line = Number(process.argv[2]);
const sdk = require(line === 3 ? '@opentelemetry/sdk-trace' : '@opentelemetry/sdk-trace-base');

function createProvider(spanProcessors) {
  const options = spanProcessors ? { spanProcessors } : {};
  return line === 3 ? new sdk.TracerProvider(options) : new sdk.BasicTracerProvider(options);
}

function createExporting() {
  const exporter = new sdk.InMemorySpanExporter();
  return [exporter, new sdk.SimpleSpanProcessor(line === 3 ? { exporter } : exporter)];
}

async function serve() {
  const filename = require.resolve('./worker.cjs');
  const executor = new TracedThreadPoolExecutor({ filename, maxThreads: 1 });
  const span = trace.getTracer('program').startSpan('request');
  await executor.submit('task', { context: trace.setSpan(ROOT_CONTEXT, span) });
  span.end();
  await executor.close();
}

const [exporter, exporting] = createExporting();
const ways = {
  given: (spans) => [createProvider([spans]), () => {}],
  attached: (spans) => [createProvider([exporting]), () => spans.attach()],
  'attached to none': (spans) => [createProvider(), () => spans.attach()],
};

async function main() {
  const told = {};
  for (const [way, create] of Object.entries(ways)) {
    const spans = collectSpans();
    const [provider, attach] = create(spans);
    trace.setGlobalTracerProvider(provider);
    attach();
    const open = provider.getTracer('program').startSpan('open');
    await serve();
    assertNoOrphans(spans);
    assertChildOf('task', 'request', spans);
    await spans.waitForTrace('request');
    told[way] = { tree: spanTree(spans), open: spans.openSpans.length };
    open.end();
    spans.stop();
    await serve();
    told[way].after = spanTree(spans);
    trace.disable();
  }
  // An exporter's own spans are as good as a collector's.
  const exported = [...exporter.getFinishedSpans()];
  assertChildOf('task', 'request', exported.slice(0, 2));
  const later = [];
  if (line === 1) {
    const provider = createProvider([exporting]);
    const spans = collectSpans().attach(provider);
    const [another, second] = createExporting();
    provider.addSpanProcessor(second);
    provider.getTracer('program').startSpan('both').end();
    spans.stop();
    provider.getTracer('program').startSpan('one').end();
    later.push(spanTree(spans), spanTree(another.getFinishedSpans()));
  }
  process.stdout.write(JSON.stringify({ told, exported: exported.map(({ name }) => name), later }));
}

void main();
