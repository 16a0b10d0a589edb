import { parentPort } from 'node:worker_threads';
import { trace } from '@opentelemetry/api';

parentPort.once('message', (cloths) => {
  cloths.on('message', ({ id, cloth }) => {
    trace.getTracer('fuller').startSpan('full', { attributes: { cloth } }).end();
    parentPort.postMessage({ id, cloth: `${cloth}, fulled` });
  });
});
