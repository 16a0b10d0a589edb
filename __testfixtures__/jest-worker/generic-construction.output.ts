import { Worker as JestWorker } from 'jest-worker';
import { TracedThreadPoolExecutor } from 'traced-pool/jest-worker';

type Api = { compile(path: string): string; dispose(): void };

const compilers: Array<JestWorker & Api> = [];

for (let core = 0; core < 2; core += 1)
  compilers.push(new TracedThreadPoolExecutor('/srv/compile.js', { workerSchedulingPolicy: 'in-order' }) as TracedThreadPoolExecutor & Api);

export const compile = (path: string) => compilers[0]!.compile(path);
export const disposeAll = () => compilers.forEach((compiler) => compiler.dispose());
