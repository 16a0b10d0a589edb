import { Pool, spawn, Worker } from 'threads';
import { retry } from './retry';

const createPool = retry(Pool);

export const pool = createPool(() => spawn(new Worker('./saw')), 2);
