// A port of its own, handed over in the data of the thread; the other end stays here.
import { MessageChannel, Worker } from 'node:worker_threads';
import { trace } from '@opentelemetry/api';

const tracer = trace.getTracer('weaver');
const { port1: shuttle, port2 } = new MessageChannel();
const thread = new Worker(new URL('./weave.mjs', import.meta.url), {
  workerData: { loom: port2, width: 3 },
  transferList: [port2],
});
const waiting = new Map();

shuttle.on('message', ({ id, cloth }) => {
  tracer.startSpan('measured', { attributes: { cloth } }).end();
  waiting.get(id)(cloth);
});

let last = 0;
function weave(yarn) {
  return new Promise((resolve) => {
    waiting.set(++last, resolve);
    shuttle.postMessage({ id: last, yarn });
  });
}

const order = (yarn) =>
  tracer.startActiveSpan(`order of ${yarn}`, async (span) => {
    const cloth = await weave(yarn);
    span.end();
    return cloth;
  });

console.log(await Promise.all(['wool', 'silk'].map(order)));
shuttle.close();
await thread.terminate();
