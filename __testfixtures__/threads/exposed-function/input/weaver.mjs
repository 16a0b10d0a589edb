import { trace } from '@opentelemetry/api';
import { expose } from 'threads/worker';

const tracer = trace.getTracer('weaver');

expose((colour) =>
  tracer.startActiveSpan(`weave ${colour}`, (span) => {
    span.end();
    return `${colour} cloth`;
  }),
);
