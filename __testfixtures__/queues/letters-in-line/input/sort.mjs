import { setTimeout as sleep } from 'node:timers/promises';
import { trace } from '@opentelemetry/api';

export async function sort({ to }) {
  await sleep(2);
  trace.getTracer('post').startSpan(`deliver to ${to}`).end();
  if (to === 'nobody') throw new Error('unknown');
  return `${to} has it`;
}
