import { trace } from '@opentelemetry/api';

const tracer = trace.getTracer('mill');

export default async function grind(grain) {
  return tracer.startActiveSpan(`grind ${grain}`, async (span) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    process.send({ dust: grain });
    span.end();
    if (grain === 'mould') throw new TypeError('not fit to eat');
    return `${grain} flour`;
  });
}

export function sweep() {
  tracer.startSpan('sweep').end();
}
