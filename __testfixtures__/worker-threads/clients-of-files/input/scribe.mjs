import { parentPort } from 'node:worker_threads';
import { trace } from '@opentelemetry/api';

const methods = {
  copy: (book) => `copy of ${book}`,
  async count(book) {
    return `1 ${book}`;
  },
};

parentPort.on('message', async ({ id, method, argument }) => {
  trace.getTracer('scribe').startSpan(`${method} ${argument}`).end();
  parentPort.postMessage({ id, value: await methods[method](argument) });
});
