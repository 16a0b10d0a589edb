import { parentPort } from 'node:worker_threads';
import { trace } from '@opentelemetry/api';
import { inject } from 'traced-pool/context';

parentPort.on('message', ({ a, b }) => {
  trace.getTracer('clerk').startSpan('add', { attributes: { sum: `${a}+${b}` } }).end();
  parentPort.postMessage(inject(a + b));
});
