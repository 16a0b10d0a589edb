import { Piscina } from 'piscina';

class CountingPool extends Piscina {
  started = 0;

  run(task, options) {
    this.started++;
    return super.run(task, options);
  }
}

class Loom {
  #pool;

  get pool() {
    return (this.#pool ??= new CountingPool({ filename: new URL('./loom.mjs', import.meta.url).href }));
  }

  weave(pattern) {
    return this.pool.run(pattern);
  }
}

export const createLoom = () => new Loom();
