// A process for each survey, which is told what to do by its arguments.
const { fork } = require('node:child_process');
const { trace } = require('@opentelemetry/api');

const tracer = trace.getTracer('office');

function survey(field) {
  return new Promise((resolve, reject) => {
    const surveyor = fork('./survey.cjs', [field], { env: { ...process.env, UNIT: 'rod' } });
    surveyor.on('message', resolve);
    surveyor.on('error', reject);
  });
}

const order = (field) =>
  tracer.startActiveSpan(`order ${field}`, async (span) => {
    const area = await survey(field);
    span.end();
    return area;
  });

Promise.all(['north', 'south'].map(order)).then((areas) => console.log(areas));
