const { existsSync, writeFileSync } = require('node:fs');
const { trace } = require('@opentelemetry/api');

const tracer = trace.getTracer('type');

exports.setup = (colour) => tracer.startSpan(`setup ${colour}`).end();
exports.teardown = () => tracer.startSpan('teardown').end();

exports.set = async (page) =>
  tracer.startActiveSpan(`set ${page}`, async (span) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    span.end();
    if (page === 'blot') throw new RangeError('a blot');
    return page.length;
  });

exports.stumble = async (path, how) =>
  tracer.startActiveSpan(`stumble ${how}`, async (span) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (!existsSync(path)) {
      writeFileSync(path, '');
      process.exit(3);
    }
    span.end();
    return 'up again';
  });
