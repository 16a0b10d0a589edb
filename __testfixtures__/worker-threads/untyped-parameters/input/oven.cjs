const { parentPort } = require('node:worker_threads');
const { trace } = require('@opentelemetry/api');

parentPort.on('message', ({ degrees, flour }) => {
  if (degrees) return;
  trace.getTracer('oven').startSpan('bake', { attributes: { flour } }).end();
  parentPort.postMessage(`${flour} loaf`);
});
