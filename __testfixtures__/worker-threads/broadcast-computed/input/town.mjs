import { BroadcastChannel, Worker } from 'node:worker_threads';

export const reader = new Worker(new URL('./read.mjs', import.meta.url));

// A plain one, but one whose name is computed may be another end of it.
const news = new BroadcastChannel('news');
news.postMessage('page');
export const open = (town) => new BroadcastChannel(`${town} news`);
