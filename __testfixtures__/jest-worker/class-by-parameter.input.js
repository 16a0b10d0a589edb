import { Worker } from 'jest-worker';

export const create = (WorkerClass = Worker) => new WorkerClass('/srv/fold.js');
