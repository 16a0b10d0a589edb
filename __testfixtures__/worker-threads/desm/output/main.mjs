import { TracedWorker, inject } from 'traced-pool/context';
import { join } from 'desm';

const tailor = new TracedWorker(join(import.meta.url, 'shop', 'tailor.mjs'));

export const sew = (cloth) => tailor.postMessage(inject({ cloth }));
