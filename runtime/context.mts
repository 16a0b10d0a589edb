export { bind, bindCalls, bindQueue, extract, inject, tracedFork, TracedWorker } from './context.js';
export type { BindOptions, TracedWorkerOptions } from './context.js';
