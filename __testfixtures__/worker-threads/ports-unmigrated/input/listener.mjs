import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ line }) => line.on('message', (bell) => line.postMessage(bell)));
