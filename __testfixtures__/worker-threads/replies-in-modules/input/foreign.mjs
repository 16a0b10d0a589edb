// Loads what posts, and nothing is known to start it.
export { ask } from './ask.mjs';
