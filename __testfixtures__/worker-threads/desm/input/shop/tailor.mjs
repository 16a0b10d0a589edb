import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ cloth }) => console.log(cloth));
