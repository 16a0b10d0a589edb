const { trace } = require('@opentelemetry/api');

const tracer = trace.getTracer('crane');

module.exports = (crate) => tracer.startActiveSpan('lift', (span) => (span.end(), crate.toUpperCase()));
module.exports.pilot = (ship) => tracer.startActiveSpan('pilot', (span) => (span.end(), `${ship} is in`));
