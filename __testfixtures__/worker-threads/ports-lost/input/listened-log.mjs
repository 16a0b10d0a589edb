import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ port }) => port.on('message', console.log));
