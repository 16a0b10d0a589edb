import { Worker } from 'node:worker_threads';
import { TracedWorker, inject } from 'traced-pool/context';

const isDraft = process.argv.includes('--draft');
export const first = new Worker(process.env.PRESS ?? './press.mjs');
export const second = new TracedWorker(isDraft ? './press.mjs' : './proof.mjs');

let file = './press.mjs';
if (isDraft) file = process.argv[2];
export const third = new Worker(file);

class Options {
  file = './press.mjs';
}
const options = new Options();
options.file = process.argv[3];
export const fourth = new Worker(options.file);

// One file, as a source and as what is built of it.
const built = isDraft ? './press.mjs' : './press.js';
export const fifth = new TracedWorker(built);
for (const worker of [first, second, third, fourth]) worker.postMessage('page');
fifth.postMessage(inject('page'));
