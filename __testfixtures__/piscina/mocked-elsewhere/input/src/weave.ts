import { loom } from './looms.js';

// A double of the tests takes the loom's place here, and it knows no other verb.
export const weave = (yarn: string) => loom.run(yarn);
