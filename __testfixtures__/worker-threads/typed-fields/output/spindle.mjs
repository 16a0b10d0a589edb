import { parentPort } from 'node:worker_threads';
import { trace } from '@opentelemetry/api';
import { inject } from 'traced-pool/context';

const tracer = trace.getTracer('spindle');

function reply(id, turned) {
  parentPort?.postMessage(inject({ id, turned }));
}

parentPort?.on('message', ({ id, leg }) => {
  tracer.startActiveSpan('cut', { attributes: { leg } }, (span) => {
    span.end();
    reply(id, `${leg} leg`);
  });
});
