const { trace, SpanStatusCode } = require('@opentelemetry/api');

const tracer = trace.getTracer('mill', '2.0.0');

exports.grind = (sacks) => {
  const span = tracer.startSpan('grind', { attributes: { sacks } });
  span.setStatus({ code: SpanStatusCode.OK });
  span.end();
  return sacks * 10;
};

exports.sift = async (sacks) => {
  const span = tracer.startSpan('sift');
  span.addEvent('sieve', { mesh: 12 });
  await null;
  span.end();
  return sacks / 2;
};
