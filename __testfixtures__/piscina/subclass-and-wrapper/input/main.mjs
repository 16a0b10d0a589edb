import { trace } from '@opentelemetry/api';
import { createLoom } from './loom-pool.mjs';

const loom = createLoom();
const tracer = trace.getTracer('mill');

for (const pattern of ['twill', 'satin']) {
  await tracer.startActiveSpan(`weave ${pattern}`, async (span) => {
    console.log(await loom.weave(pattern));
    span.end();
  });
}
console.log(loom.pool.started);
await loom.pool.destroy();
