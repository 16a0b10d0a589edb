import { Tinypool } from 'tinypool';

export const mint = Reflect.construct(Tinypool, [{ filename: './mint.mjs' }]) as Tinypool;

export const strike = (coin: string): Promise<string> => mint.run(coin);
