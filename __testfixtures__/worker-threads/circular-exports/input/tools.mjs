export * from './bench.mjs';
export * from './tools.mjs';
export * from './threads.mjs';
