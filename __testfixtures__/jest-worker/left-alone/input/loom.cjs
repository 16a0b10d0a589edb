const { trace } = require('@opentelemetry/api');

exports.weave = (thread) =>
  trace.getTracer('loom').startActiveSpan(`weave ${thread}`, (span) => {
    span.end();
    return thread.toUpperCase();
  });
