import { availableParallelism, PoolEvents } from 'poolifier';
import { TracedThreadPoolExecutor } from 'traced-pool/poolifier';

const roasters = new TracedThreadPoolExecutor<{ beans: string }, number>(availableParallelism(), './roast.mjs', {
  errorHandler: (error) => console.error(error),
  enableTasksQueue: true,
});

roasters.emitter?.on(PoolEvents.busy, () => console.info('all roasters are hot'));

export async function roast(beans: string): Promise<number> {
  return roasters.submit({ beans }, 'dark');
}
