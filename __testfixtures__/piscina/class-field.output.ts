import { TracedThreadPoolExecutor } from 'traced-pool';

export class Brewery {
  readonly #kettle: TracedThreadPoolExecutor<string, number>;
  private cellar?: TracedThreadPoolExecutor;

  constructor(private readonly filename: string) {
    this.#kettle = new TracedThreadPoolExecutor<string, number>({ filename });
  }

  brew(recipe: string): Promise<number> {
    return this.#kettle.submit(recipe);
  }

  async age(barrel: string) {
    this.cellar ??= new TracedThreadPoolExecutor({ filename: this.filename, name: 'age' });
    return this.cellar.submit(barrel);
  }

  async close() {
    await Promise.all([this.#kettle.close(), this.cellar?.destroy()]);
  }
}
