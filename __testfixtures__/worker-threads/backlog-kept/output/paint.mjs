import { parentPort } from 'node:worker_threads';
import { trace } from '@opentelemetry/api';
import { inject } from 'traced-pool/context';

parentPort.on('message', ({ title }) => {
  trace.getTracer('painter').startSpan('paint', { attributes: { title } }).end();
  setTimeout(() => parentPort.postMessage(inject(title.toUpperCase())), 5);
});
