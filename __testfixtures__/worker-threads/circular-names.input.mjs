// A module that re-exports itself, and a name that nothing defines.
export * from './circular-names.mjs';
export { Worker } from './circular-names.mjs';
import { Worker, winch } from './circular-names.mjs';
import { threadId } from 'node:worker_threads';

export const start = () => new Worker(`./crew-${threadId}.mjs`);
export const haul = (rope) => winch.postMessage(rope);
