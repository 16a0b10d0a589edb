import { Piscina } from 'piscina';

export const loom = new Piscina({ filename: 'loom.js' });
export const warmUp = () => loom.run('warm');
