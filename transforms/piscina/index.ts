// First of all: what it does must be done before the others are loaded.
import '../engine/plain-javascript.js';
import { toTransform } from '../engine/jscodeshift-transform.js';
import { piscina } from './family.js';

/** As a plain jscodeshift transform, with the proofs that one file allows. */
export default toTransform(piscina);

export { piscina as family };
