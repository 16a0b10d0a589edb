import { parentPort } from 'node:worker_threads';
import { hoist } from './hoist.mjs';
import { warn } from './warn.mjs';

parentPort.on('message', ({ ship }) => {
  warn(ship);
  hoist(ship);
});
