export { defineFamily } from './own-family.js';
export type { FamilyDefinition } from './own-family.js';
export { defineConfig } from './review/configuration/configuration.js';
export type { Configuration } from './review/configuration/configuration.js';
