import { Pool, spawn } from 'threads';
import { TracedWorker } from 'traced-pool/threads';
import { retry } from './retry';

const createPool = retry(Pool);

export const pool = createPool(() => spawn(new TracedWorker('./saw')), 2);
