import { parentPort } from 'node:worker_threads';

parentPort.on('message', (pages) => parentPort.postMessage(pages.length));
