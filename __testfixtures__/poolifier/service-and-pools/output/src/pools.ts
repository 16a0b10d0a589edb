import { TracedDynamicThreadPoolExecutor, TracedThreadPoolExecutor } from 'traced-pool/poolifier';

export const cutters = new TracedThreadPoolExecutor<string, string[]>(2, './dist/cut.js');
export const sewers = new TracedDynamicThreadPoolExecutor<string[], string>(1, 6, './dist/sew.js');
