import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ port }) => port.on('message', (page) => port.postMessage(page)));
