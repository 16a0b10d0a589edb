import { TracedThreadPoolExecutor } from 'traced-pool';

(globalThis as any).forge = new TracedThreadPoolExecutor({ filename: 'forge.js' });

export const hammer = (blade: string) => (globalThis as any).forge.run(blade);
export const quench = (blade: string) => (globalThis as any).trough.run(blade);
