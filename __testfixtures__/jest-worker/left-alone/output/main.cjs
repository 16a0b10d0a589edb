const { trace } = require('@opentelemetry/api');
const { Worker } = require('jest-worker');
const { TracedThreadPoolExecutor } = require('traced-pool/jest-worker');

const tracer = trace.getTracer('shed');
const options = { numWorkers: 1, exposedMethods: ['weave'] };

// Which of them is built cannot be told.
const kinds = new Map([['plain', Worker]]);
const Kind = kinds.get(process.argv[2] ?? 'plain');
const chosen = new Kind(require.resolve('./loom.cjs'), options);
const known = new TracedThreadPoolExecutor(require.resolve('./loom.cjs'), options);

async function main() {
  const results = await tracer.startActiveSpan('order', async (span) => {
    const done = [await chosen.weave('first'), await known.weave('second')];
    span.end();
    return done;
  });
  console.log(results.join());
  await Promise.all([chosen.end(), known.end()]);
}

void main();
