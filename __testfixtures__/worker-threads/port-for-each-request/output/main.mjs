// A channel for each answer: its listener is of that request already.
import { MessageChannel } from 'node:worker_threads';
import { TracedWorker, inject } from 'traced-pool/context';
import { trace } from '@opentelemetry/api';

const tracer = trace.getTracer('apiary');
const hive = new TracedWorker(new URL('./hive.mjs', import.meta.url));

function gather(flower) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.once('message', (honey) => {
      tracer.startSpan('tasted', { attributes: { honey } }).end();
      port1.close();
      resolve(honey);
    });
    hive.postMessage(inject({ flower, answer: port2 }), [port2]);
  });
}

const order = (flower) =>
  tracer.startActiveSpan(`order of ${flower}`, async (span) => {
    const honey = await gather(flower);
    span.end();
    return honey;
  });

console.log(await Promise.all(['clover', 'linden'].map(order)));
await hive.terminate();
