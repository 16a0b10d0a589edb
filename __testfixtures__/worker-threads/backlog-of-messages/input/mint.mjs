import { parentPort } from 'node:worker_threads';
import { trace } from '@opentelemetry/api';

parentPort.on('message', ({ id, coin }) => {
  trace.getTracer('mint').startSpan('strike', { attributes: { coin } }).end();
  setTimeout(() => parentPort.postMessage({ id, struck: coin.toUpperCase() }), 5);
});
