import { parentPort } from 'node:worker_threads';
import { trace } from '@opentelemetry/api';

const tracer = trace.getTracer('spindle');

function reply(id, turned) {
  parentPort?.postMessage({ id, turned });
}

parentPort?.on('message', ({ id, leg }) => {
  tracer.startActiveSpan('cut', { attributes: { leg } }, (span) => {
    span.end();
    reply(id, `${leg} leg`);
  });
});
