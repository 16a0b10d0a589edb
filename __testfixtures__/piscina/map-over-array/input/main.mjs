import { trace } from '@opentelemetry/api';
import { Piscina } from 'piscina';

const orchard = new Piscina({ filename: new URL('./press.mjs', import.meta.url).href, maxThreads: 2 });
const tracer = trace.getTracer('orchard');

const juice = await tracer.startActiveSpan('harvest', async (span) => {
  const litres = await Promise.all(['apple', 'pear', 'quince', 'plum'].map((fruit) => orchard.run(fruit, { name: 'press' })));
  span.end();
  return litres;
});
console.log(juice);

const failure = await tracer.startActiveSpan('bad harvest', async (span) => {
  const baskets = ['apple', 'stone'];
  const error = await Promise.all(baskets.map(async (fruit) => orchard.run(fruit, { name: 'press' }))).catch((e) => e);
  span.end();
  return error;
});
console.log(failure.name, failure.message);
await orchard.close();
