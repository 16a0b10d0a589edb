import { TracedThreadPoolExecutor } from 'traced-pool';

function openLoader<Options>(path: string) {
  return new TracedThreadPoolExecutor<Options, string>({ filename: path });
}

const openSpare = async (): Promise<TracedThreadPoolExecutor> => new TracedThreadPoolExecutor({ filename: 'spare.js' });

export class Loader {
  #main: ReturnType<typeof openLoader> | undefined;
  #spare?: Awaited<ReturnType<typeof openSpare>>;
  #last: InstanceType<typeof TracedThreadPoolExecutor> | undefined;

  async load(file: string) {
    this.#main ??= openLoader<string>('loader.js');
    this.#spare ??= await openSpare();
    this.#last ??= new TracedThreadPoolExecutor({ filename: 'last.js' });
    await this.#spare.submit(file);
    await this.#last.submit(file);
    return this.#main.submit(file);
  }
}
