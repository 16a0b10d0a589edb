// Starts workers, and prints the time to the first result and the memory a worker: bare, ours, or each with an SDK of
// its own. `node worker-start.cjs bare|traced|own-sdk WORKERS SETTLE_MILLIS`
const { join } = require('node:path');
const { performance } = require('node:perf_hooks');
const {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} = require('@opentelemetry/sdk-trace-base');
const { trace } = require('@opentelemetry/api');
const { Piscina } = require('piscina');
const { TracedThreadPoolExecutor } = require('traced-pool');

const [kind, workers, settleMillis] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
trace.setGlobalTracerProvider(
  new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(new InMemorySpanExporter())] }),
);
const filename = join(__dirname, kind === 'own-sdk' ? 'exporting-tasks.cjs' : 'tasks.cjs');
const Pool = kind === 'traced' ? TracedThreadPoolExecutor : Piscina;

async function main() {
  globalThis.gc();
  const before = process.memoryUsage.rss();
  const start = performance.now();
  const pool = new Pool({
    filename,
    name: 'span',
    minThreads: workers,
    maxThreads: workers,
    idleTimeout: Infinity,
  });
  await pool.run();
  const firstMillis = performance.now() - start;
  // Every worker has loaded its tasks once it is idle.
  await new Promise((resolve) => setTimeout(resolve, settleMillis));
  const kilobytes = (process.memoryUsage.rss() - before) / 1024 / workers;
  process.stdout.write(JSON.stringify({ firstMillis, kilobytes }));
  process.exit();
}

void main();
