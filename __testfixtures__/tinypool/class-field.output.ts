import { TracedThreadPoolExecutor } from 'traced-pool/tinypool';

export class Brewery {
  readonly #kettle = new TracedThreadPoolExecutor({ filename: './boil.mjs', idleTimeout: 2000 });
  private lab: TracedThreadPoolExecutor | undefined;

  async boil(wort: string): Promise<string> {
    return (await this.#kettle.submit(wort)) as string;
  }

  async taste(sample: string) {
    this.lab ??= new TracedThreadPoolExecutor({ filename: './taste.mjs' });
    return this.lab.submit(sample);
  }

  close() {
    return Promise.all([this.#kettle.destroy(), this.lab?.destroy()]);
  }
}
