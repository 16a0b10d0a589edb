const { parentPort } = require('node:worker_threads');
const { trace } = require('@opentelemetry/api');
const { inject } = require('traced-pool/context');

const tracer = trace.getTracer('typesetter');

parentPort.on('message', async (request) => {
  if (request.kind === 'stop') {
    parentPort.postMessage(inject({ kind: 'bye' }));
    return parentPort.close();
  }
  const lines = await tracer.startActiveSpan('set', { attributes: { text: request.text } }, async (span) => {
    await new Promise((resolve) => setTimeout(resolve, 10));
    span.end();
    return [request.text.toUpperCase()];
  });
  parentPort.postMessage(inject({ kind: 'set', id: request.id, lines }));
});
