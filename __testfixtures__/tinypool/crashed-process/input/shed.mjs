import { trace } from '@opentelemetry/api';

const tracer = trace.getTracer('shed');

export default async (rocket) => {
  tracer.startSpan('fuse').end();
  return tracer.startActiveSpan(`fly ${rocket}`, async (span) => {
    if (rocket === 'dud') process.kill(process.pid, 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 5));
    span.end();
    return `${rocket}!`;
  });
};
