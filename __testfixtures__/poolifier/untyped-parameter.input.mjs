import { PoolEvents } from 'poolifier';

export function watch(threadPool, task) {
  threadPool.emitter.on(PoolEvents.full, () => threadPool.execute(task));
}
