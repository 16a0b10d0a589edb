import { parentPort } from 'node:worker_threads';
import { trace } from '@opentelemetry/api';
import { inject } from 'traced-pool/context';

parentPort.on('message', ({ id, coin }) => {
  trace.getTracer('mint').startSpan('strike', { attributes: { coin } }).end();
  setTimeout(() => parentPort.postMessage(inject({ id, struck: coin.toUpperCase() })), 5);
});
