const { workerData } = require('node:worker_threads');
const { trace } = require('@opentelemetry/api');
const workerpool = require('workerpool');

const tracer = trace.getTracer('dish');

async function look(star, index) {
  return tracer.startActiveSpan(`look ${star}`, async (span) => {
    await new Promise((resolve) => setTimeout(resolve, index < 0 ? 60_000 : 5));
    workerpool.workerEmit(star);
    span.end();
    if (index === 0) throw new Error('clouds');
    return [star, index, arguments.length, workerData.site, process.argv.slice(2).join()].join(' ');
  });
}

workerpool.worker({
  look,
  weigh: (plate) => tracer.startActiveSpan('weigh', (span) => {
    span.end();
    return plate.byteLength;
  }),
});
