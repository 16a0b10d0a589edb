import { DynamicThreadPool, FixedThreadPool } from 'poolifier';

export const cutters = new FixedThreadPool<string, string[]>(2, './dist/cut.js');
export const sewers = new DynamicThreadPool<string[], string>(1, 6, './dist/sew.js');
