import { parentPort } from 'node:worker_threads';
import { trace } from '@opentelemetry/api';
import { inject } from 'traced-pool/context';

parentPort.on('message', (book) => {
  trace.getTracer('bind').startSpan('bind', { attributes: { book } }).end();
  parentPort.postMessage(inject(`${book}, bound`));
});
