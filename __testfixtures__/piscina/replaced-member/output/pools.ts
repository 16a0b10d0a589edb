import { Piscina } from 'piscina';
import { TracedThreadPoolExecutor } from 'traced-pool';

export class Pools {
  private static instance: Piscina;
  readonly #spare = new TracedThreadPoolExecutor({ filename: 'spare.js' });
  kiln = new TracedThreadPoolExecutor({ filename: 'kiln.js' });

  static getInstance(): Piscina {
    this.instance ??= new TracedThreadPoolExecutor({ filename: 'pool.js' });
    return this.instance;
  }

  static fire(pot: string) {
    return this.getInstance().run(pot);
  }

  glaze(pot: string) {
    return this.kiln.run(pot).then(() => this.#spare.submit(pot));
  }
}

export const makePool = { open: () => new TracedThreadPoolExecutor({ filename: 'open.js' }) };
export const open = () => makePool.open().run('door');
