import { trace } from '@opentelemetry/api';
import { TracedThreadPoolExecutor } from 'traced-pool/tinypool';

const kiln = new TracedThreadPoolExecutor({ filename: new URL('./kiln.mjs', import.meta.url).href, minThreads: 2, maxThreads: 2 });
const tracer = trace.getTracer('pottery');

const order = (customer, pots) =>
  tracer.startActiveSpan('order', { attributes: { customer } }, async (span) => {
    const fired = await Promise.allSettled(pots.map((pot) => kiln.submit(pot, { name: 'fire' })));
    const weight = await kiln.submit(pots.length);
    span.end();
    return [weight, ...fired.map(({ value, reason }) => value ?? `${reason.name}: ${reason.message}`)];
  });

const stop = (customer) =>
  tracer.startActiveSpan('stop', { attributes: { customer } }, async (span) => {
    const controller = new AbortController();
    const long = kiln.submit({ name: 'urn', forever: true }, { name: 'fire', signal: controller.signal });
    setTimeout(() => controller.abort(), 300);
    const reason = await long.catch((error) => error.name);
    span.end();
    return reason;
  });

const results = await Promise.all([
  order('Ash', [{ name: 'jug' }, { name: 'bowl' }]),
  order('Birch', [{ name: 'cup' }, { name: 'vase', cracked: true }]),
]);
console.log(JSON.stringify(results), await stop('Cedar'));
console.log(await kiln.map([1, 2, 3]));
await kiln.destroy();
