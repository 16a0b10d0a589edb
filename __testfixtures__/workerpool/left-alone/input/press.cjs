const { trace } = require('@opentelemetry/api');
const workerpool = require('workerpool');

workerpool.worker({
  print: (page) =>
    trace.getTracer('press').startActiveSpan(`print ${page}`, (span) => {
      span.end();
      return page.toUpperCase();
    }),
});
