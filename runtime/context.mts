export { extract, inject } from './context.js';
