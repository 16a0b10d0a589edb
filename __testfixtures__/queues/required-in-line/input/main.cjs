'use strict';

const mill = require('fastq').promise(grind, 1);
const { trace } = require('@opentelemetry/api');

const saw = new (require('better-queue'))((log, done) => {
  tracer.startSpan(`saw ${log}`).end();
  setTimeout(done, 2, null, `${log} is sawn`);
});
const tracer = trace.getTracer('mill');

async function grind(sack) {
  tracer.startSpan(`grind ${sack}`).end();
  return `${sack} is ground`;
}

const request = (name) =>
  tracer.startActiveSpan(name, async (span) => {
    const answers = [await mill.push(name), await new Promise((resolve) => saw.push(name, (_, log) => resolve(log)))];
    span.end();
    return answers;
  });

Promise.all(['rye', 'oak', 'elm'].map(request)).then((answers) => {
  console.log(answers);
  saw.destroy();
});
