import { fileURLToPath } from 'node:url';
import { trace } from '@opentelemetry/api';
import { TracedThreadPoolExecutor } from 'traced-pool/workerpool';

const tracer = trace.getTracer('ferry');
const crews = new TracedThreadPoolExecutor(fileURLToPath(new URL('./crew.mjs', import.meta.url)), {
  workerType: 'process',
  maxWorkers: 2,
  forkArgs: ['--calm'],
});

const cross = (captain, loads) =>
  tracer.startActiveSpan('cross', { attributes: { captain } }, async (span) => {
    const landed = await Promise.allSettled(loads.map((load) => crews.submit('row', [load])));
    span.end();
    return landed.map(({ value, reason }) => value ?? reason.message.split('\n')[0]);
  });

console.log(JSON.stringify(await Promise.all([cross('Ida', ['hay', 'salt']), cross('Jon', ['storm', 'wool'])])));
console.log(await cross('Kit', ['wreck']));
await crews.terminate();
