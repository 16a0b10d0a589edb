import { TracedThreadPoolExecutor } from 'traced-pool';

export const loom = new TracedThreadPoolExecutor({ filename: 'loom.js' });
export const warmUp = () => loom.submit('warm');
