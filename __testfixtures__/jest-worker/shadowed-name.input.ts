import type { WorkerFarmOptions } from 'jest-worker';

class Worker {
  constructor(readonly options: WorkerFarmOptions) {}
  sweep(floor: string) {
    return floor;
  }
}

export const sweep = (floor: string) => new Worker({ numWorkers: 1 }).sweep(floor);
