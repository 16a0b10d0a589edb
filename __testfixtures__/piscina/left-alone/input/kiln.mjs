import { trace } from '@opentelemetry/api';

export default (brick) =>
  trace.getTracer('kiln').startActiveSpan(`bake ${brick}`, (span) => {
    span.end();
    return brick.toUpperCase();
  });
