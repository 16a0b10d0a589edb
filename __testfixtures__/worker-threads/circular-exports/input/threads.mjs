export { Worker } from 'node:worker_threads';
export { saw } from './hook.mjs';
