import { parentPort } from 'node:worker_threads';

parentPort.on('message', (picture) => parentPort.postMessage(picture));
