import { fileURLToPath } from 'node:url';
import { trace } from '@opentelemetry/api';
import { TracedThreadPoolExecutor } from 'traced-pool/poolifier';

const tracer = trace.getTracer('harbour');
const cranes = new TracedThreadPoolExecutor(2, fileURLToPath(new URL('./crane.mjs', import.meta.url)), {
  enableTasksQueue: true,
});

const unload = (ship, crates) =>
  tracer.startActiveSpan('unload', { attributes: { ship } }, async (span) => {
    const landed = await Promise.allSettled(crates.map((crate) => cranes.submit(crate, 'lift')));
    const tally = await cranes.submit(crates.length);
    span.end();
    return [tally, ...landed.map(({ value, reason }) => value ?? reason.message)];
  });

console.log(JSON.stringify(await Promise.all([unload('Skua', ['tea', 'tin']), unload('Tern', ['silk', 'glass'])])));
await tracer.startActiveSpan('stack', async (span) => {
  console.log(await cranes.mapExecute(['oak', 'elm'], 'lift'));
  span.end();
});
await tracer.startActiveSpan('halt', async (span) => {
  const controller = new AbortController();
  const stuck = cranes.submit('anchor', 'lift', controller.signal);
  setTimeout(() => controller.abort(new Error('let go')), 200);
  console.log(await stuck.catch((error) => error.message));
  span.end();
});
// With poolifier alone this may never settle, so nothing waits for it.
void cranes.destroy();
