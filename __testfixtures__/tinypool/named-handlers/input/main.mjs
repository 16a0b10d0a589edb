import { trace } from '@opentelemetry/api';
import { Tinypool } from 'tinypool';

const kiln = new Tinypool({ filename: new URL('./kiln.mjs', import.meta.url).href, minThreads: 2, maxThreads: 2 });
const tracer = trace.getTracer('pottery');

const order = (customer, pots) =>
  tracer.startActiveSpan('order', { attributes: { customer } }, async (span) => {
    const fired = await Promise.allSettled(pots.map((pot) => kiln.run(pot, { name: 'fire' })));
    const weight = await kiln.run(pots.length);
    span.end();
    return [weight, ...fired.map(({ value, reason }) => value ?? `${reason.name}: ${reason.message}`)];
  });

const stop = (customer) =>
  tracer.startActiveSpan('stop', { attributes: { customer } }, async (span) => {
    const controller = new AbortController();
    const long = kiln.run({ name: 'urn', forever: true }, { name: 'fire', signal: controller.signal });
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
console.log(await Promise.all([1, 2, 3].map((count) => kiln.run(count))));
await kiln.destroy();
