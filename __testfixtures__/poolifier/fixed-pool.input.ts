import { availableParallelism, FixedThreadPool, PoolEvents } from 'poolifier';

const roasters = new FixedThreadPool<{ beans: string }, number>(availableParallelism(), './roast.mjs', {
  errorHandler: (error) => console.error(error),
  enableTasksQueue: true,
});

roasters.emitter?.on(PoolEvents.busy, () => console.info('all roasters are hot'));

export async function roast(beans: string): Promise<number> {
  return roasters.execute({ beans }, 'dark');
}
