const { setTimeout: sleep } = require('node:timers/promises');
const { trace } = require('@opentelemetry/api');

const tracer = trace.getTracer('jobs');

/** What every queue here has to do for a request: two spans, the second one after waiting. */
exports.work = async (request) => {
  for (const part of ['first', 'last']) {
    tracer.startSpan(`${part} half`, { attributes: { request } }).end();
    if (part === 'first') await sleep(2);
  }
  return `request ${request} is done`;
};
