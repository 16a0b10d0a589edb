// First of all: what it does must be done before the others are loaded.
import './engine/plain-javascript.js';
import type { Family } from './engine/family.js';
import type { PoolFamilyDescription } from './engine/sites/pool-family.js';
import { createPoolFamily } from './engine/sites/pool-finder.js';

/** Makes what finds the sites of a family that the user has described. */
export function createOwnFamily(description: PoolFamilyDescription): Family {
  return createPoolFamily(description);
}
