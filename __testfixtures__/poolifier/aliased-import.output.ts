import { TracedClusterPoolExecutor, TracedThreadPoolExecutor } from 'traced-pool/poolifier';

const inner = new TracedThreadPoolExecutor(1, './inner.js');
const outer = new TracedClusterPoolExecutor(1, './outer.js');

export const nest = async (egg: string) => outer.submit(await inner.submit(egg));
