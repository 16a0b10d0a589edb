import Piscina from 'piscina';

export type PoolOptions = NonNullable<ConstructorParameters<typeof Piscina>[0]>;
export type Runner = Pick<Piscina, 'run'>;

export const defaults: PoolOptions = { maxThreads: 2 };
export const start = (runner: Runner) => runner.run('start');
