export { saw } from './threads.mjs';
