const { trace } = require('@opentelemetry/api');
const { cranes } = require('./src/pools.cjs');
const { pilots } = require('./src/index.cjs');

const tracer = trace.getTracer('harbour');

async function main() {
  await tracer.startActiveSpan('arrival', async (span) => {
    console.log(await pilots.run('Pequod'));
    console.log(await Promise.all(['oil', 'bone'].map((crate) => cranes.run(crate))));
    span.end();
  });
  await Promise.all([cranes, pilots].map((pool) => pool.destroy()));
}

void main();
