import { trace } from '@opentelemetry/api';

export default (grain) =>
  trace.getTracer('mill').startActiveSpan(`grind ${grain}`, (span) => {
    span.end();
    return grain.toUpperCase();
  });
