import { Piscina } from 'piscina';

export const bellows = new Piscina({ filename: new URL('./air.js', import.meta.url).href });
