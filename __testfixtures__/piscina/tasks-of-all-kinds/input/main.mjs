import { trace } from '@opentelemetry/api';
import { Piscina, move, queueOptionsSymbol } from 'piscina';

const scale = new Piscina({
  filename: new URL('./scale.mjs', import.meta.url).href,
  workerData: { unit: 'g' },
  maxThreads: 1,
});
const tracer = trace.getTracer('market');

await tracer.startActiveSpan('weigh', async (span) => {
  const crate = new Float64Array([1, 2, 3]);
  console.log(await scale.run(7), await scale.run('seven'), await scale.run(null), await scale.run(undefined));
  console.log(await scale.run({ nested: { map: new Map([['a', 1]]) }, [queueOptionsSymbol]: { priority: 1 } }));
  console.log(await scale.run({ crate }, { transferList: [crate.buffer] }), crate.byteLength);
  const sack = new Uint8Array(4);
  console.log(await scale.run(move(sack)), sack.byteLength);
  console.log(await scale.run(() => {}).catch((error) => error.name));
  span.end();
});
await scale.destroy();
