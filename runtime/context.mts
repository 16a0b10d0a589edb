export { bind, bindCalls, bindQueue, extract, inject } from './context.js';
export type { BindOptions } from './context.js';
