import { trace } from '@opentelemetry/api';
import { move, queueOptionsSymbol } from 'piscina';
import { TracedThreadPoolExecutor } from 'traced-pool';

const scale = new TracedThreadPoolExecutor({
  filename: new URL('./scale.mjs', import.meta.url).href,
  workerData: { unit: 'g' },
  maxThreads: 1,
});
const tracer = trace.getTracer('market');

await tracer.startActiveSpan('weigh', async (span) => {
  const crate = new Float64Array([1, 2, 3]);
  console.log(await scale.submit(7), await scale.submit('seven'), await scale.submit(null), await scale.submit(undefined));
  console.log(await scale.submit({ nested: { map: new Map([['a', 1]]) }, [queueOptionsSymbol]: { priority: 1 } }));
  console.log(await scale.submit({ crate }, { transferList: [crate.buffer] }), crate.byteLength);
  const sack = new Uint8Array(4);
  console.log(await scale.submit(move(sack)), sack.byteLength);
  console.log(await scale.submit(() => {}).catch((error) => error.name));
  span.end();
});
await scale.destroy();
