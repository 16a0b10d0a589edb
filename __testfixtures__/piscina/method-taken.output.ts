import { TracedThreadPoolExecutor } from 'traced-pool';

const lathe = new TracedThreadPoolExecutor({ filename: 'lathe.js' });
const { run, close: stop } = lathe;

export const turn = (bowl: string) => run.call(lathe, bowl);
export { stop };
