import { parentPort } from 'node:worker_threads';
import { trace } from '@opentelemetry/api';

const methods = new Map();
methods.set('read', (book) => `${book}, read`);

parentPort.on('message', async ({ id, method, argument }) => {
  const run = methods.get(method);
  const value = await trace.getTracer('reader').startActiveSpan(`${method} ${argument}`, async (span) => {
    span.end();
    return run(argument);
  });
  parentPort.postMessage({ id, value });
});
