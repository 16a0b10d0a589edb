import { trace } from '@opentelemetry/api';
import { ThreadWorker } from 'poolifier';

export default new ThreadWorker((iron) =>
  trace.getTracer('forge').startActiveSpan(`forge ${iron}`, (span) => {
    span.end();
    return iron.toUpperCase();
  }),
);
