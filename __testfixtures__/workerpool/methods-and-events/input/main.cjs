const { trace } = require('@opentelemetry/api');
const workerpool = require('workerpool');

const tracer = trace.getTracer('observatory');
const dishes = workerpool.pool(`${__dirname}/dish.cjs`, {
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
        .exec('look', [star, index], { on: (event) => tracer.startSpan(`saw ${event}`).end() })
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
    console.log(await dishes.exec('weigh', [plate], { transfer: [plate] }), plate.byteLength);
    span.end();
  });
  await tracer.startActiveSpan('cancelled', async (span) => {
    const long = dishes.exec('look', ['Algol', -1]);
    setTimeout(() => long.cancel(), 200);
    console.log(await long.catch((error) => error instanceof workerpool.Promise.CancellationError));
    span.end();
  });
  await tracer.startActiveSpan('timed out', async (span) => {
    const late = dishes.exec('look', ['Rigel', -1]).timeout(200);
    console.log(await late.catch((error) => error instanceof workerpool.Promise.TimeoutError));
    await dishes.exec('look', ['Spica', 5]).always(() => tracer.startSpan('looked').end());
    span.end();
  });
  await dishes.terminate();
}

void main();
