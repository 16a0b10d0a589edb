const { trace } = require('@opentelemetry/api');
const { inject } = require('traced-pool/context');

process.on('message', ({ metal }) => {
  trace.getTracer('furnace').startSpan('melt', { attributes: { metal } }).end();
  process.send(inject(`${metal} bell`));
});
