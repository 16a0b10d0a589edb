import { Piscina } from 'piscina';

const lathe = new Piscina({ filename: 'lathe.js' });
const { run, close: stop } = lathe;

export const turn = (bowl: string) => run.call(lathe, bowl);
export { stop };
