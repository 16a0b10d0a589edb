import { Worker } from 'node:worker_threads';

const known = new Worker('./frame.mjs');
export const hang = (picture) => known.postMessage(picture);
export const hangBy = (file, picture) => new Worker(file, { workerData: picture });
