import { trace } from '@opentelemetry/api';
import { TracedThreadPoolExecutor } from 'traced-pool/tinypool';

const mill = new TracedThreadPoolExecutor({
  filename: new URL('./mill.mjs', import.meta.url).href,
  runtime: 'child_process',
  minThreads: 2,
  maxThreads: 2,
  teardown: 'sweep',
});
const tracer = trace.getTracer('bakery');

const bake = (baker, sacks) =>
  tracer.startActiveSpan('bake', { attributes: { baker } }, async (span) => {
    const heard = [];
    const channel = { onMessage: () => {}, postMessage: (message) => heard.push(message) };
    const flour = await Promise.allSettled(sacks.map((sack) => mill.submit(sack, { channel })));
    span.end();
    return [heard.length, ...flour.map(({ value, reason }) => value ?? `${reason.name}: ${reason.message}`)];
  });

console.log(JSON.stringify(await bake('Rye', ['spelt', 'mould'])));
console.log(JSON.stringify((await Promise.all([bake('Oat', ['barley']), bake('Emmer', ['wheat'])])).map(([, flour]) => flour)));
await mill.destroy();
