import { parentPort } from 'node:worker_threads';

parentPort.on('message', (level) => parentPort.postMessage(level));
