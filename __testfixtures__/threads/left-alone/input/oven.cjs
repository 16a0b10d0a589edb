const { trace } = require('@opentelemetry/api');
const { expose } = require('threads/worker');

expose((loaf) =>
  trace.getTracer('oven').startActiveSpan(`bake ${loaf}`, (span) => {
    span.end();
    return loaf.toUpperCase();
  }),
);
