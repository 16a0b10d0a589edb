import { Worker } from 'node:worker_threads';
import { inject } from 'traced-pool/context';

// What waits is injected already, and one of the two that post.
export class Dyer {
  #vat = new Worker(new URL('./dye.mjs', import.meta.url));
  #cloths = [];
  #isBusy = false;

  constructor() {
    this.#vat.on('message', () => {
      this.#isBusy = false;
      if (this.#cloths.length > 0) this.dye(this.#cloths.shift());
    });
  }

  dye = (cloth, isFirst = false) => {
    if (this.#isBusy) {
      if (isFirst) this.#cloths.unshift(inject(cloth));
      else this.#cloths.push(cloth);
      return;
    }
    this.#isBusy = true;
    if (isFirst) this.#vat.postMessage(inject(cloth));
    else this.#vat.postMessage(cloth);
  };
}
