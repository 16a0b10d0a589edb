import { Piscina } from 'piscina';

export class Pools {
  private static instance: Piscina;
  readonly #spare = new Piscina({ filename: 'spare.js' });
  kiln = new Piscina({ filename: 'kiln.js' });

  static getInstance(): Piscina {
    this.instance ??= new Piscina({ filename: 'pool.js' });
    return this.instance;
  }

  static fire(pot: string) {
    return this.getInstance().run(pot);
  }

  glaze(pot: string) {
    return this.kiln.run(pot).then(() => this.#spare.run(pot));
  }
}

export const makePool = { open: () => new Piscina({ filename: 'open.js' }) };
export const open = () => makePool.open().run('door');
