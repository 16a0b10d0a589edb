import { TracedThreadPoolExecutor } from 'traced-pool';

export const bellows = new TracedThreadPoolExecutor({ filename: new URL('./air.js', import.meta.url).href });
