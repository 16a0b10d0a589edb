import { Worker } from 'node:worker_threads';
import { Slipway } from './published.mjs';

export const launch = (file) => new Worker(file);
export const own = [new Slipway('./tug.mjs'), launch('./tug.mjs')];
