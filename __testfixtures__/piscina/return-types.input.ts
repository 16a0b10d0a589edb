import { Piscina } from 'piscina';

function openLoader<Options>(path: string) {
  return new Piscina<Options, string>({ filename: path });
}

const openSpare = async (): Promise<Piscina> => new Piscina({ filename: 'spare.js' });

export class Loader {
  #main: ReturnType<typeof openLoader> | undefined;
  #spare?: Awaited<ReturnType<typeof openSpare>>;
  #last: InstanceType<typeof Piscina> | undefined;

  async load(file: string) {
    this.#main ??= openLoader<string>('loader.js');
    this.#spare ??= await openSpare();
    this.#last ??= new Piscina({ filename: 'last.js' });
    await this.#spare.run(file);
    await this.#last.run(file);
    return this.#main.run(file);
  }
}
