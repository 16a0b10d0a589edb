import { trace } from '@opentelemetry/api';
import workerpool from 'workerpool';

const tracer = trace.getTracer('crew');

workerpool.worker(
  {
    row: async (load) =>
      tracer.startActiveSpan(`row ${load}`, async (span) => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        if (load === 'wreck') process.exit(1);
        span.end();
        if (load === 'storm') throw new Error('turned back');
        return `${load} ${process.argv.slice(2).join()}`;
      }),
  },
  { onTerminate: () => tracer.startSpan('moored').end() },
);
