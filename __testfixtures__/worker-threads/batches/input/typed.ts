import { Worker } from 'node:worker_threads';

export class Press {
  readonly #worker = new Worker('./press.mjs');
  #pages: string[];

  constructor() {
    this.#pages = [];
  }

  print(page: string): void {
    if (this.#pages.push(page) === 10) this.flush();
  }

  flush(): void {
    this.#worker.postMessage(this.#pages);
    this.#pages = [];
  }
}
