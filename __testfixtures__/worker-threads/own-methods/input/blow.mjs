import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ weight }) => parentPort.postMessage(weight));
