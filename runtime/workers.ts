export { tracedFork } from './raw/fork.js';
export { TracedWorker } from './raw/worker.js';
