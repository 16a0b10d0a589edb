import { TracedThreadPoolExecutor } from 'traced-pool';

class CountingPool extends TracedThreadPoolExecutor {
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
    return this.pool.submit(pattern);
  }
}

export const createLoom = () => new Loom();
