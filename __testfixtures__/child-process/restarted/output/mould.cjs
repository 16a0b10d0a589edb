const { trace } = require('@opentelemetry/api');
const { inject } = require('traced-pool/context');

process.on('message', ({ id, metal }) => {
  trace.getTracer('mould').startSpan(`cast ${metal}`).end();
  process.send(inject({ id, bell: `${metal} bell` }));
});
