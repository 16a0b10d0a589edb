import { trace } from '@opentelemetry/api';

export default async function forge(anvil) {
  const tracer = trace.getTracer('forge');
  tracer.startSpan('heat').end();
  if (!anvil) return 'a nail';
  Atomics.store(anvil, 0, 1);
  Atomics.notify(anvil, 0);
  await new Promise((resolve) => setTimeout(resolve, 60_000));
  return 'never';
}
