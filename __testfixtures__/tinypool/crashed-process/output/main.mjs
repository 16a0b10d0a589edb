import { trace } from '@opentelemetry/api';
import { TracedThreadPoolExecutor } from 'traced-pool/tinypool';

const shed = new TracedThreadPoolExecutor({
  filename: new URL('./shed.mjs', import.meta.url).href,
  runtime: 'child_process',
  minThreads: 0,
  maxThreads: 1,
});
const tracer = trace.getTracer('fireworks');

for (const rocket of ['comet', 'dud', 'willow']) {
  await tracer.startActiveSpan('light', { attributes: { rocket } }, async (span) => {
    console.log(await shed.submit(rocket).catch((error) => error.message));
    span.end();
  });
}
await shed.destroy();
