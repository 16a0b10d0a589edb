import {
  // the pool
   // one a process
  type PiscinaTask,
} from 'piscina'; // see docs/pools.md
import { TracedThreadPoolExecutor } from 'traced-pool';
import { cpus } from 'node:os'; /* for the count */

export const mill = new TracedThreadPoolExecutor<PiscinaTask, void>(
  { maxThreads: cpus().length }, // all of them
);
