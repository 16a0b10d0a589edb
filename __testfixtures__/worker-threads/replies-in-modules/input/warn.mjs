// The main program loads it as well, and so may others.
import { parentPort } from 'node:worker_threads';

export function warn(ship) {
  parentPort?.postMessage({ ship, state: 'warned' });
}
