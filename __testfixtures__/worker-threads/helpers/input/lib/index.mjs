export { within } from './within.mjs';
export * from './patiently.mjs';
export { default as Basins } from './basins.mjs';
