import { parentPort } from 'node:worker_threads';

export const ask = (question) => parentPort.postMessage({ question });
