import { on } from 'node:events';
import { parentPort } from 'node:worker_threads';

parentPort.on('message', async ({ port }) => {
  for await (const [page] of on(port, 'message')) port.postMessage(page);
});
