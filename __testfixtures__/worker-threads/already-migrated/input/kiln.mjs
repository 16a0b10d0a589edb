import { TracedWorker, inject } from 'traced-pool/context';

const kiln = new TracedWorker(new URL('./fire.mjs', import.meta.url));
export const fire = (pot) => kiln.postMessage(inject(pot));
