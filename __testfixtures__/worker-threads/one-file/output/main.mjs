// One file for both threads.
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort } from 'node:worker_threads';
import { TracedWorker, inject } from 'traced-pool/context';
import { trace } from '@opentelemetry/api';

const tracer = trace.getTracer('etching');

if (isMainThread) {
  const thread = new TracedWorker(fileURLToPath(import.meta.url));
  await tracer.startActiveSpan('edition', async (span) => {
    thread.postMessage(inject({ copies: 2 }));
    console.log(await once(thread, 'message'));
    span.end();
  });
} else {
  parentPort.once('message', ({ copies }) => {
    for (let copy = 0; copy < copies; copy++) tracer.startSpan(`etch ${copy}`).end();
    parentPort.postMessage(inject({ etched: copies, argv: process.argv.length }));
  });
}

