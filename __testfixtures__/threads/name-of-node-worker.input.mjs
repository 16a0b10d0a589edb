import { Worker as NodeWorker } from 'node:worker_threads';
import { BlobWorker, Pool, spawn, Worker } from 'threads';

const raw = new NodeWorker('./raw.mjs');
raw.postMessage('go');

const cellar = Pool(() => spawn(new Worker('./ferment.mjs')), 1);
const taster = await spawn(BlobWorker.fromText('expose((wine) => wine.length)'));

export const ferment = (grape) => cellar.queue((vat) => vat(grape));
export const taste = (wine) => taster(wine);
