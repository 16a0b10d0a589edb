const { join } = require('node:path');
const { trace } = require('@opentelemetry/api');
const { TracedThreadPoolExecutor } = require('traced-pool');

const mill = new TracedThreadPoolExecutor({ filename: join(__dirname, 'mill.cjs'), name: 'grind' });
const tracer = trace.getTracer('mill-owner');

function request(name, work) {
  return tracer.startActiveSpan(name, (span) => work().finally(() => span.end()));
}

async function main() {
  console.log(await request('coarse', () => mill.submit(3)));
  console.log(await request('fine', () => mill.submit(4, { name: 'sift' })));
  console.log(await request('other file', () => mill.submit(5, { filename: join(__dirname, 'sack.cjs'), name: 'default' })));
  await mill.destroy();
}

void main();
