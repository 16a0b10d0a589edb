import { Worker } from 'node:worker_threads';

// jest-worker was here once
const worker = new Worker('./pump.mjs');
worker.postMessage({ litres: 3 });
worker.on('message', (litres) => console.log(litres));
