import type { Piscina } from 'piscina';

export interface Cellar {
  readonly pool: Piscina;
}

export class Cellarer {
  readonly #cellar: Cellar;

  constructor(cellar: Cellar) {
    this.#cellar = cellar;
  }

  fetch(bottle: string): Promise<string> {
    return this.#cellar.pool.run(bottle);
  }
}
