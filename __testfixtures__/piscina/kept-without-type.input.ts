import { Piscina } from 'piscina';

(globalThis as any).forge = new Piscina({ filename: 'forge.js' });

export const hammer = (blade: string) => (globalThis as any).forge.run(blade);
export const quench = (blade: string) => (globalThis as any).trough.run(blade);
