import { trace } from '@opentelemetry/api';
import { Piscina } from 'piscina';

const forge = new Piscina({ filename: new URL('./forge.mjs', import.meta.url).href, maxThreads: 1 });
const tracer = trace.getTracer('smithy');

await tracer.startActiveSpan('long job', async (span) => {
  const controller = new AbortController();
  const anvil = new Int32Array(new SharedArrayBuffer(4));
  const job = forge.run(anvil, { signal: controller.signal });
  const waiting = forge.run(anvil, { signal: controller.signal });
  await Atomics.waitAsync(anvil, 0, 0).value;
  controller.abort('enough');
  for (const task of [job, waiting]) console.log(await task.catch(({ name, cause }) => `${name}: ${cause}`));
  span.end();
});
await tracer.startActiveSpan('short job', async (span) => {
  console.log(await forge.run(null));
  span.end();
});
await forge.destroy();
