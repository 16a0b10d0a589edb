import { parentPort } from 'node:worker_threads';
import { inject } from 'traced-pool/context';

export const say = (ship, state) => parentPort.postMessage(inject({ ship, state }));
