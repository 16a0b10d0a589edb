import { parentPort } from 'node:worker_threads';
import { trace } from '@opentelemetry/api';

parentPort.on('message', (book) => {
  trace.getTracer('bind').startSpan('bind', { attributes: { book } }).end();
  parentPort.postMessage(`${book}, bound`);
});
