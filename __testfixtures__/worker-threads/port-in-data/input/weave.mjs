import { workerData } from 'node:worker_threads';
import { trace } from '@opentelemetry/api';

const { loom, width } = workerData;

loom.on('message', ({ id, yarn }) => {
  trace.getTracer('loom').startActiveSpan('weave', { attributes: { yarn } }, (span) => {
    span.end();
    loom.postMessage({ id, cloth: yarn.repeat(width) });
  });
});
