import { parentPort } from 'node:worker_threads';

export const say = (ship, state) => parentPort.postMessage({ ship, state });
