// What a worker says in the modules that it imports comes back under the message that it answers.
import { TracedWorker, inject } from 'traced-pool/context';
import { trace } from '@opentelemetry/api';
import { warn } from './warn.mjs';

const tracer = trace.getTracer('harbour');
const crane = new TracedWorker(new URL('./crane.mjs', import.meta.url));
const waiting = new Map();

crane.on('message', ({ ship, state }) => {
  tracer.startSpan(state, { attributes: { ship } }).end();
  if (state === 'unloaded') waiting.get(ship)(ship);
});

const unload = (ship) =>
  tracer.startActiveSpan(`unload ${ship}`, async (span) => {
    const done = new Promise((resolve) => waiting.set(ship, resolve));
    crane.postMessage(inject({ ship }));
    await done;
    span.end();
    return ship;
  });

warn('main');
console.log(await Promise.all(['sloop', 'barge'].map(unload)));
await crane.terminate();
