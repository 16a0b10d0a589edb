const { trace } = require('@opentelemetry/api');
const { ClusterWorker } = require('poolifier');

const tracer = trace.getTracer('crane');

function tally(count) {
  return tracer.startActiveSpan('tally', (span) => {
    span.end();
    return count;
  });
}

async function lift(crate) {
  return tracer.startActiveSpan(`lift ${crate}`, async (span) => {
    await new Promise((resolve) => setTimeout(resolve, crate === 'anchor' ? 1000 : 5));
    span.end();
    if (crate === 'glass') throw new Error('broken');
    return crate.toUpperCase();
  });
}

module.exports = new ClusterWorker({ tally, lift });
