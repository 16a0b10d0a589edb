import { BroadcastChannel, Worker } from 'node:worker_threads';
import { keep } from './keep.mjs';

export const reader = new Worker(new URL('./read.mjs', import.meta.url));

// An end of this name is kept in a list.
const kept = new BroadcastChannel('kept');
keep(kept);
kept.postMessage('page');
// Nobody listens to this one, or nobody who is known.
const told = new BroadcastChannel('told');
told.postMessage('page');
// Of this one an end is where nobody knows whether it is a thread of this program's.
const shared = new BroadcastChannel('shared');
shared.postMessage('page');
