const { TracedWorker, inject } = require('traced-pool/context');
const { trace } = require('@opentelemetry/api');

const SOURCE = `
  'use strict';
  const { parentPort, workerData } = require('worker_threads');
  const { trace } = require('@opentelemetry/api');
  parentPort.on('message', (leaf) => {
    trace.getTracer('gilder').startSpan('gild', { attributes: { leaf } }).end();
    parentPort.postMessage(leaf + workerData.suffix);
  });
`;

trace.getTracer('workshop').startActiveSpan('commission', (span) => {
  const thread = new TracedWorker(SOURCE, { eval: true, workerData: { suffix: ', gilded' } });
  thread.postMessage(inject('oak'));
  thread.on('message', (gilded) => {
    console.log(gilded);
    span.end();
    void thread.terminate();
  });
});
