const { trace } = require('@opentelemetry/api');

process.on('message', (load) => {
  trace.getTracer('cross').startSpan('cross', { attributes: { load } }).end();
  process.send(`${load} landed`);
});
