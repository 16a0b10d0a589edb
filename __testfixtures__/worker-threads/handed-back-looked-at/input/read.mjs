import { Worker } from 'node:worker_threads';

// The message is read before it is posted.
export class Reading {
  #vat = new Worker(new URL('./dye.mjs', import.meta.url));
  #cloths = [];
  #isBusy = false;

  constructor() {
    this.#vat.on('message', () => this.#next());
  }

  dye(cloth) {
    if (this.#isBusy) return void this.#cloths.push(cloth);
    this.#isBusy = true;
    console.log(cloth.colour);
    this.#vat.postMessage(cloth);
  }

  #next() {
    this.#isBusy = false;
    if (this.#cloths.length > 0) this.dye(this.#cloths.shift());
  }
}
