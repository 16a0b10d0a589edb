import { Piscina as WorkerPool, type PiscinaTask } from 'piscina';

const oven = new WorkerPool({ filename: 'oven.js' });

export function priority(task: PiscinaTask): number {
  return task.created;
}

export const bake = async (loaf: string): Promise<string> => await oven.run(loaf);
