import { TracedThreadPoolExecutor, TracedDynamicThreadPoolExecutor } from 'traced-pool/poolifier';

const fixed = new TracedThreadPoolExecutor<string, string>(2, './ring.js');
const dynamic = new TracedDynamicThreadPoolExecutor<string, string>(1, 2, './ring.js');

export const ring = async (bell: string) => [await fixed.submit(bell), await dynamic.submit(bell)];
