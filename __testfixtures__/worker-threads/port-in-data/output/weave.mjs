import { workerData } from 'node:worker_threads';
import { trace } from '@opentelemetry/api';
import { extract, inject } from 'traced-pool/context';

const { loom, width } = workerData;

loom.on('message', extract(({ id, yarn }) => {
  trace.getTracer('loom').startActiveSpan('weave', { attributes: { yarn } }, (span) => {
    span.end();
    loom.postMessage(inject({ id, cloth: yarn.repeat(width) }));
  });
}));
