import { parentPort } from 'node:worker_threads';

parentPort!.on('message', (coin: string) => parentPort!.postMessage({ coin }));
