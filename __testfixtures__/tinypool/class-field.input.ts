import Tinypool from 'tinypool';

export class Brewery {
  readonly #kettle = new Tinypool({ filename: './boil.mjs', idleTimeout: 2000 });
  private lab: Tinypool | undefined;

  async boil(wort: string): Promise<string> {
    return (await this.#kettle.run(wort)) as string;
  }

  async taste(sample: string) {
    this.lab ??= new Tinypool({ filename: './taste.mjs' });
    return this.lab.run(sample);
  }

  close() {
    return Promise.all([this.#kettle.destroy(), this.lab?.destroy()]);
  }
}
