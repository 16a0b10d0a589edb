import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ leaf }) => leaf.on('message', (page) => leaf.postMessage(page)));
