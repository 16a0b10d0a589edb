import { Worker } from 'jest-worker';
import { TracedThreadPoolExecutor } from 'traced-pool/jest-worker';

export interface Stages {
  parse(file: string): Promise<object>;
  print(tree: object): Promise<string>;
}

export function createFarm(): Worker & Stages {
  return new TracedThreadPoolExecutor(require.resolve('./stages'), { exposedMethods: ['parse', 'print'] }) as TracedThreadPoolExecutor & Stages;
}
