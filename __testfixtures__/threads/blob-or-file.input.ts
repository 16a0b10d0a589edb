import { BlobWorker, Pool, spawn, Worker } from 'threads';

declare const BUNDLE: string | undefined;

const pool = Pool(() => spawn(BUNDLE ? BlobWorker.fromText(BUNDLE) : new Worker('./stamp')), 4);

export const stamp = (letter: string) => pool.queue((press: any) => press(letter));
