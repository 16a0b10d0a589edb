const { trace } = require('@opentelemetry/api');

process.on('message', ({ id, metal }) => {
  trace.getTracer('mould').startSpan(`cast ${metal}`).end();
  process.send({ id, bell: `${metal} bell` });
});
