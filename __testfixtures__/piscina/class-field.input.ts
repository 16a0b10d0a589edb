import { Piscina } from 'piscina';

export class Brewery {
  readonly #kettle: Piscina<string, number>;
  private cellar?: Piscina;

  constructor(private readonly filename: string) {
    this.#kettle = new Piscina<string, number>({ filename });
  }

  brew(recipe: string): Promise<number> {
    return this.#kettle.run(recipe);
  }

  async age(barrel: string) {
    this.cellar ??= new Piscina({ filename: this.filename, name: 'age' });
    return this.cellar.run(barrel);
  }

  async close() {
    await Promise.all([this.#kettle.close(), this.cellar?.destroy()]);
  }
}
