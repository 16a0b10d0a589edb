import { parentPort } from 'node:worker_threads';
import { trace } from '@opentelemetry/api';

parentPort.on('message', ({ title }) => {
  trace.getTracer('painter').startSpan('paint', { attributes: { title } }).end();
  setTimeout(() => parentPort.postMessage(title.toUpperCase()), 5);
});
