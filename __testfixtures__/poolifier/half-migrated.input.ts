import { DynamicThreadPool } from 'poolifier';
import { TracedThreadPoolExecutor } from 'traced-pool/poolifier';

const fixed = new TracedThreadPoolExecutor<string, string>(2, './ring.js');
const dynamic = new DynamicThreadPool<string, string>(1, 2, './ring.js');

export const ring = async (bell: string) => [await fixed.submit(bell), await dynamic.execute(bell)];
