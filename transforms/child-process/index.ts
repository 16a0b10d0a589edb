// First of all: what it does must be done before the others are loaded.
import '../engine/plain-javascript.js';
import { toTransform } from '../engine/jscodeshift-transform.js';
import { createChannelFamily } from '../engine/channels/channel-finder.js';
import { description } from './family.js';

export const family = createChannelFamily(description);

/** As a plain jscodeshift transform, with the proofs that one file allows. */
export default toTransform(family);
