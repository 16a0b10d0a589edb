import { trace } from '@opentelemetry/api';

const tracer = trace.getTracer('kiln');

export async function fire({ name, cracked, forever }) {
  return tracer.startActiveSpan(`fire ${name}`, async (span) => {
    await new Promise((resolve) => setTimeout(resolve, forever ? 60_000 : 5));
    span.end();
    if (cracked) throw new RangeError(`${name} is cracked`);
    return name.toUpperCase();
  });
}

export default (count) => tracer.startActiveSpan('weigh', (span) => {
  span.end();
  return count * 7;
});
