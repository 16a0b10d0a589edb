import { availableParallelism } from 'poolifier';
import { TracedDynamicThreadPoolExecutor } from 'traced-pool/poolifier';

const pool = new TracedDynamicThreadPoolExecutor(1, availableParallelism(), './row.mjs');

export const row = (boat) => pool.submit(boat);
export const rowAll = (boats) => pool.mapExecute(boats);
