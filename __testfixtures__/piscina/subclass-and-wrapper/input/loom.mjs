import { trace } from '@opentelemetry/api';

const tracer = trace.getTracer('loom');

export default Promise.resolve((pattern) =>
  tracer.startActiveSpan('weave', (span) => {
    span.end();
    return [...pattern].toReversed().join('');
  }),
);
