import { Piscina } from 'piscina';

// The pool is only a type here, and every `lane` that runs is another one.
export type Lane = Piscina;

const lane = { run: (length: number) => length };

export const lengths = [1, 2].map((lane) => ({ run: () => lane })).map((lane) => lane.run());
export const own = lane.run(50);
for (const lane of [{ run: () => 100 }]) lane.run();
