import { on } from 'node:events';
import { parentPort } from 'node:worker_threads';

for await (const [page] of on(parentPort, 'message')) parentPort.postMessage(page);
