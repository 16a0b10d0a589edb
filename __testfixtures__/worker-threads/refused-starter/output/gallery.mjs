import { Worker } from 'node:worker_threads';
import { TracedWorker, inject } from 'traced-pool/context';

const known = new TracedWorker('./frame.mjs');
export const hang = (picture) => known.postMessage(inject(picture));
export const hangBy = (file, picture) => new Worker(file, { workerData: picture });
