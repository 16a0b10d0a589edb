import { type PiscinaTask } from 'piscina';
import { TracedThreadPoolExecutor } from 'traced-pool';

const oven = new TracedThreadPoolExecutor({ filename: 'oven.js' });

export function priority(task: PiscinaTask): number {
  return task.created;
}

export const bake = async (loaf: string): Promise<string> => await oven.submit(loaf);
