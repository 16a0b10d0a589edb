import {
  // the pool
  Piscina, // one a process
  type PiscinaTask,
} from 'piscina'; // see docs/pools.md
import { cpus } from 'node:os'; /* for the count */

export const mill = new Piscina<PiscinaTask, void>(
  { maxThreads: cpus().length }, // all of them
);
