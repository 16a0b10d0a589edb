import { workerData } from 'node:worker_threads';

const { river } = workerData;
river.on('message', (tide) => river.postMessage(tide));
