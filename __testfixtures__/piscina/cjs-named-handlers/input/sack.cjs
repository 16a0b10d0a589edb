const { trace } = require('@opentelemetry/api');

module.exports = (sacks) => {
  trace.getTracer('mill').startSpan('sack').end();
  return `${sacks} sacks`;
};
