import { trace } from '@opentelemetry/api';
import { TracedThreadPoolExecutor } from 'traced-pool/tinypool';

const cells = new TracedThreadPoolExecutor({
  filename: new URL('./cell.mjs', import.meta.url).href,
  isolateWorkers: true,
  minThreads: 1,
  maxThreads: 1,
  teardown: 'lock',
});
const tracer = trace.getTracer('monastery');

const copy = (monk, pages) =>
  tracer.startActiveSpan('copy', { attributes: { monk } }, async (span) => {
    const copied = await Promise.all(pages.map((page) => cells.submit(page)));
    span.end();
    return copied;
  });

console.log(JSON.stringify(await Promise.all([copy('Bede', ['a', 'b']), copy('Cuthbert', ['c'])])));
await cells.destroy();
