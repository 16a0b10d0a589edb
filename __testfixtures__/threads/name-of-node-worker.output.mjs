import { Worker as NodeWorker } from 'node:worker_threads';
import { BlobWorker, spawn } from 'threads';
import { TracedThreadPoolExecutor, TracedWorker } from 'traced-pool/threads';

const raw = new NodeWorker('./raw.mjs');
raw.postMessage('go');

const cellar = new TracedThreadPoolExecutor(() => spawn(new TracedWorker('./ferment.mjs')), 1);
const taster = await spawn(BlobWorker.fromText('expose((wine) => wine.length)'));

export const ferment = (grape) => cellar.submit((vat) => vat(grape));
export const taste = (wine) => taster(wine);
