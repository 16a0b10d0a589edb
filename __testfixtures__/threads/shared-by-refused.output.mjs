import { Pool, spawn, Worker } from 'threads';
import { TracedWorker } from 'traced-pool/threads';
import { decorate } from './decorate.mjs';

const spawnPotter = () => spawn(new Worker('./pot.mjs'));

const potters = Pool(spawnPotter, 2);
const others = Pool(() => decorate(spawnPotter), 2);
const free = await spawn(new TracedWorker('./glaze.mjs'));

export const pot = (clay) => potters.queue((potter) => potter(clay));
export const glaze = (pot) => others.queue((potter) => free(potter(pot)));
export const mixed = Pool(() => (pot.length ? spawn(new Worker('./mix.mjs')) : decorate()));
