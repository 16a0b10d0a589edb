import { trace } from '@opentelemetry/api';

const tracer = trace.getTracer('oven');

export default async (loaf) =>
  tracer.startActiveSpan('bake', { attributes: { loaf } }, async (span) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    tracer.startSpan('crust', { attributes: { loaf } }).end();
    span.end();
    return `${loaf} bread`;
  });
