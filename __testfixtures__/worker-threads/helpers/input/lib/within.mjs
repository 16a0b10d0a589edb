import { trace } from '@opentelemetry/api';

export function within(name, cloth, work) {
  return trace.getTracer('dyer').startActiveSpan(`${name} ${cloth}`, async (span) => {
    try {
      return await work(span);
    } finally {
      span.end();
    }
  });
}
