import Piscina from 'piscina';
import { TracedThreadPoolExecutor } from 'traced-pool';

const vat = new TracedThreadPoolExecutor({ filename: 'vat.js', taskQueue: new Piscina.FixedQueue() });

export const isPool = (value: unknown): value is Piscina => value instanceof Piscina;
export const dye = (cloth: Uint8Array) => vat.submit(Piscina.move(cloth));
