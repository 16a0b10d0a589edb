import { trace } from '@opentelemetry/api';
import Piscina from 'piscina';

const tracer = trace.getTracer('bakery');
const oven = new Piscina({ filename: new URL('./oven.mjs', import.meta.url).href, maxThreads: 1 });

const bake = (order) =>
  tracer.startActiveSpan(`order ${order}`, async (span) => {
    try {
      return await oven.run(order);
    } finally {
      span.end();
    }
  });

console.log((await Promise.all([bake('rye'), bake('oat'), bake('spelt')])).join('\n'));
await oven.close();
