const { trace } = require('@opentelemetry/api');

const [field] = process.argv.slice(2);
trace.getTracer('survey').startActiveSpan('measure', { attributes: { field } }, (span) => {
  span.end();
  process.send([field, process.env.UNIT, Object.keys(process.env).filter((key) => /traced/i.test(key))], () =>
    process.disconnect(),
  );
});
