import type { Piscina } from 'piscina';

// Whoever calls this builds the pool, somewhere else.
export const press = (grapes: string[], winery: Piscina) => Promise.all(grapes.map((grape) => winery.run(grape)));
