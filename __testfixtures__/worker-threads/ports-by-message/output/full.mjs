import { parentPort } from 'node:worker_threads';
import { trace } from '@opentelemetry/api';
import { extract, inject } from 'traced-pool/context';

parentPort.once('message', (cloths) => {
  cloths.on('message', extract(({ id, cloth }) => {
    trace.getTracer('fuller').startSpan('full', { attributes: { cloth } }).end();
    parentPort.postMessage(inject({ id, cloth: `${cloth}, fulled` }));
  }));
});
