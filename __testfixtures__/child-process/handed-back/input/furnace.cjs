const { trace } = require('@opentelemetry/api');

process.on('message', ({ metal }) => {
  trace.getTracer('furnace').startSpan('melt', { attributes: { metal } }).end();
  process.send(`${metal} bell`);
});
