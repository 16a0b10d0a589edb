const { trace } = require('@opentelemetry/api');
const { Pool, spawn, Worker } = require('threads');

const tracer = trace.getTracer('bakery');

// What it makes cannot be told.
const chosen = Pool(() => spawn(Reflect.construct(Worker, ['./oven.cjs'])), 1);
const known = Pool(() => spawn(new Worker('./oven.cjs')), 1);

async function main() {
  const results = await tracer.startActiveSpan('order', async (span) => {
    const done = [await chosen.queue((bake) => bake('first')), await known.queue((bake) => bake('second'))];
    span.end();
    return done;
  });
  console.log(results.join());
  await Promise.all([chosen.terminate(), known.terminate()]);
}

void main();
