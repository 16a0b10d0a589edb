import { trace } from '@opentelemetry/api';
import { TracedThreadPoolExecutor } from 'traced-pool/workerpool';

const tracer = trace.getTracer('abacus');
const slates = new TracedThreadPoolExecutor({ maxWorkers: 1 });

function area(width, height) {
  return width * height;
}

async function spanned(trade) {
  const { trace: api } = await import('@opentelemetry/api');
  return api.getTracer('slate').startActiveSpan(trade, (span) => {
    span.end();
    return trade;
  });
}

const sums = (pupil) =>
  tracer.startActiveSpan('sums', { attributes: { pupil } }, async (span) => {
    const found = [await slates.submit(area, [2, 3]), await slates.submit(spanned, [`${pupil}'s sum`])];
    span.end();
    return found;
  });

console.log(JSON.stringify(await Promise.all([sums('Ann'), sums('Bob')])));
await slates.terminate();
