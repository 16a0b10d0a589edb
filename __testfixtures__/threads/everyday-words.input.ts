import { Pool } from './swimming-pool';
import { Worker, threads } from './staff';

// nothing here is of the threads package
const pool = Pool(() => new Worker('Ann'), 3);

export const book = (guest: string) => [pool.queue(guest), threads.length];
