import process from 'node:process';
import { trace } from '@opentelemetry/api';

const tracer = trace.getTracer('telescope');

async function look(star) {
  const span = tracer.startSpan('look', { attributes: { star } });
  await new Promise((resolve) => setTimeout(resolve, 5));
  span.end();
  if (star === 'nova') throw new RangeError('too bright');
  return new Map([[star, 1]]);
}

process.on('message', async ({ id, star }) => {
  try {
    process.send({ id, type: 'seen', value: [...(await look(star))] });
  } catch (value) {
    process.send({ id, type: 'error', value });
  }
});
