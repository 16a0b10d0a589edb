const { trace } = require('@opentelemetry/api');
const { cranes } = require('./src/pools.cjs');
const { pilots } = require('./src/index.cjs');

const tracer = trace.getTracer('harbour');

async function main() {
  await tracer.startActiveSpan('arrival', async (span) => {
    console.log(await pilots.submit('Pequod'));
    console.log(await cranes.map(['oil', 'bone']));
    span.end();
  });
  await Promise.all([cranes, pilots].map((pool) => pool.destroy()));
}

void main();
