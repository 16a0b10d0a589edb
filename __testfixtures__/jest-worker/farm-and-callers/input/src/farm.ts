import { Worker } from 'jest-worker';

export interface Stages {
  parse(file: string): Promise<object>;
  print(tree: object): Promise<string>;
}

export function createFarm(): Worker & Stages {
  return new Worker(require.resolve('./stages'), { exposedMethods: ['parse', 'print'] }) as Worker & Stages;
}
