import { workerData } from 'node:worker_threads';

export const report = (crate) => workerData.hook.once('message', () => workerData.hook.postMessage(crate));
