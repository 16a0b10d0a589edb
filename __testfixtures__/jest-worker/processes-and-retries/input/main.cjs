const { rmSync } = require('node:fs');
const { trace } = require('@opentelemetry/api');
const { Worker } = require('jest-worker');

const tracer = trace.getTracer('press');
const stumble = `${__dirname}/stumbled`;
rmSync(stumble, { force: true });
const farm = new Worker(require.resolve('./type.cjs'), {
  numWorkers: 2,
  setupArgs: ['ink'],
  computeWorkerKey: (method, ...args) => (args.length > 1 ? 'second' : String(args[0]).slice(0, 1)),
});

const print = (author, pages) =>
  tracer.startActiveSpan('print', { attributes: { author } }, async (span) => {
    const printed = await Promise.allSettled(pages.map((page) => farm.set(page)));
    span.end();
    return printed.map(({ value, reason }) => value ?? `${reason.type}: ${reason.message}`);
  });

async function main() {
  console.log(JSON.stringify(await Promise.all([print('Woolf', ['alpha', 'apple']), print('Joyce', ['beta', 'blot'])])));
  await tracer.startActiveSpan('again', async (span) => {
    console.log(await farm.stumble(stumble, 'once'));
    span.end();
  });
  await farm.end();
}

void main();
