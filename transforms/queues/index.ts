// First of all: what it does must be done before the others are loaded.
import '../engine/plain-javascript.js';
import { toTransform } from '../engine/jscodeshift-transform.js';
import { createQueueFamily } from './queue-family.js';

export const family = createQueueFamily();

/** As a plain jscodeshift transform, with the proofs that one file allows. */
export default toTransform(family);
