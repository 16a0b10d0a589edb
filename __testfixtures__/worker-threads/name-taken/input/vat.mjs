import { Worker } from 'node:worker_threads';

const inject = (dye) => ({ dye });
const vat = new Worker('./dye.mjs');

export const dip = (cloth) => vat.postMessage({ cloth, ...inject('madder') });
