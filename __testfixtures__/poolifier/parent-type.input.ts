import { DynamicThreadPool, FixedThreadPool } from 'poolifier';

// the executor of one pool is not that of the other
const queue: FixedThreadPool<string> = new DynamicThreadPool<string>(1, 2, './sew.js');

export const sew = (button: string) => queue.execute(button);
