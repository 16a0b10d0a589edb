// A thread for each print, which is given its plate as data and sends the print back.
import { TracedWorker } from 'traced-pool/context';
import { trace } from '@opentelemetry/api';

const tracer = trace.getTracer('press');

function pull(plate) {
  return new Promise((resolve, reject) => {
    const thread = new TracedWorker(new URL('./pull.mjs', import.meta.url), { workerData: { plate }, argv: ['--ink'] });
    thread.once('message', resolve);
    thread.once('error', reject);
  });
}

const order = (plate) =>
  tracer.startActiveSpan(`order ${plate}`, async (span) => {
    const print = await pull(plate);
    span.end();
    return print;
  });

console.log(await Promise.all(['fern', 'moth', 'tide'].map(order)));
