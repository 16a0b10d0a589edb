import { trace } from '@opentelemetry/api';
import { TracedThreadPoolExecutor } from 'traced-pool';

const orchard = new TracedThreadPoolExecutor({ filename: new URL('./press.mjs', import.meta.url).href, maxThreads: 2 });
const tracer = trace.getTracer('orchard');

const juice = await tracer.startActiveSpan('harvest', async (span) => {
  const litres = await orchard.map(['apple', 'pear', 'quince', 'plum'], { name: 'press' });
  span.end();
  return litres;
});
console.log(juice);

const failure = await tracer.startActiveSpan('bad harvest', async (span) => {
  const baskets = ['apple', 'stone'];
  const error = await orchard.map(baskets, { name: 'press' }).catch((e) => e);
  span.end();
  return error;
});
console.log(failure.name, failure.message);
await orchard.close();
