const { trace } = require('@opentelemetry/api');
const workerpool = require('workerpool');
const { TracedThreadPoolExecutor } = require('traced-pool/workerpool');

const tracer = trace.getTracer('observatory');
const dishes = new TracedThreadPoolExecutor(`${__dirname}/dish.cjs`, {
  workerType: 'thread',
  minWorkers: 1,
  maxWorkers: 2,
  onCreateWorker: ({ workerThreadOpts }) => ({
    workerThreadOpts: { ...workerThreadOpts, workerData: { site: 'hill' }, argv: ['--cold'] },
  }),
  onTerminateWorker: ({ script }) => console.log(script.endsWith('dish.cjs')),
});

const night = (star, nights) =>
  tracer.startActiveSpan('night', { attributes: { star } }, async (span) => {
    const looks = nights.map((index) =>
      dishes
        .submit('look', [star, index], { on: (event) => tracer.startSpan(`saw ${event}`).end() })
        .then((value) => {
          tracer.startSpan('noted').end();
          return value;
        }),
    );
    const seen = await Promise.allSettled(looks);
    span.end();
    return seen.map(({ value, reason }) => value ?? reason.message);
  });

async function main() {
  const both = await Promise.all([night('Vega', [1, 2]), night('Deneb', [3, 0])]);
  console.log(JSON.stringify(both));
  await tracer.startActiveSpan('by proxy', async (span) => {
    const dish = await dishes.proxy();
    console.log(await dish.look('Mira', 4));
    span.end();
  });
  await tracer.startActiveSpan('moved', async (span) => {
    const plate = new Uint8Array([1, 2, 3]).buffer;
    console.log(await dishes.submit('weigh', [plate], { transfer: [plate] }), plate.byteLength);
    span.end();
  });
  await tracer.startActiveSpan('cancelled', async (span) => {
    const long = dishes.submit('look', ['Algol', -1]);
    setTimeout(() => long.cancel(), 200);
    console.log(await long.catch((error) => error instanceof workerpool.Promise.CancellationError));
    span.end();
  });
  await tracer.startActiveSpan('timed out', async (span) => {
    const late = dishes.submit('look', ['Rigel', -1]).timeout(200);
    console.log(await late.catch((error) => error instanceof workerpool.Promise.TimeoutError));
    await dishes.submit('look', ['Spica', 5]).always(() => tracer.startSpan('looked').end());
    span.end();
  });
  await dishes.terminate();
}

void main();
