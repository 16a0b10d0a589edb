import { parentPort } from 'node:worker_threads';
import { inject } from 'traced-pool/context';

parentPort!.on('message', (coin: string) => parentPort!.postMessage(inject({ coin })));
