import { parentPort } from 'node:worker_threads';
import { next } from './next.mjs';

setInterval(() => parentPort.postMessage(next(parentPort)), 5);
