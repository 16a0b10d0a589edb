import { Worker } from './worker_threads.mjs';

const worker = new Worker('./hand.mjs');
worker.postMessage('dig');
