// What is posted to may be a worker, or a port at whose other end nothing is opened.
import { MessageChannel } from 'node:worker_threads';
import { TracedWorker, inject } from 'traced-pool/context';
import { once } from 'node:events';
import { trace } from '@opentelemetry/api';

const { port1: lamp, port2 } = new MessageChannel();
const keeper = new TracedWorker(new URL('./keeper.mjs', import.meta.url), {
  workerData: { lamps: [port2] },
  transferList: [port2],
});
let last;

function signal(name, isLit) {
  const target = isLit ? lamp : keeper;
  target.postMessage({ name });
  last = target;
}

const all = [keeper, lamp];

async function watch(ship) {
  const heard = once(keeper, 'message');
  keeper.postMessage(inject({ name: ship }));
  console.log(...(await heard));
}

await trace.getTracer('coast').startActiveSpan('storm', async (span) => {
  await watch('brig');
  const lit = once(lamp, 'message');
  signal('sloop', true);
  console.log(...(await lit));
  const seen = once(lamp, 'message');
  last.postMessage({ name: 'yawl' });
  console.log(...(await seen));
  const heard = once(keeper, 'message');
  const flashed = once(lamp, 'message');
  for (const one of all) one.postMessage({ name: 'cutter' });
  console.log(...(await heard), ...(await flashed));
  span.end();
});
await keeper.terminate();
