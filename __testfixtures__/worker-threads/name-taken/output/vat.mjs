import { TracedWorker, inject as inject2 } from 'traced-pool/context';

const inject = (dye) => ({ dye });
const vat = new TracedWorker('./dye.mjs');

export const dip = (cloth) => vat.postMessage(inject2({ cloth, ...inject('madder') }));
