import { BroadcastChannel } from 'node:worker_threads';
import { TracedWorker } from 'traced-pool/context';

export const reader = new TracedWorker(new URL('./read.mjs', import.meta.url));

// A plain one, but one whose name is computed may be another end of it.
const news = new BroadcastChannel('news');
news.postMessage('page');
export const open = (town) => new BroadcastChannel(`${town} news`);
