import { parentPort } from 'node:worker_threads';

parentPort.on('message', (page) => parentPort.postMessage(page));
