import Piscina from 'piscina';

const vat = new Piscina({ filename: 'vat.js', taskQueue: new Piscina.FixedQueue() });

export const isPool = (value: unknown): value is Piscina => value instanceof Piscina;
export const dye = (cloth: Uint8Array) => vat.run(Piscina.move(cloth));
