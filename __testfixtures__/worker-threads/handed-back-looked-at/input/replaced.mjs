import { Worker } from 'node:worker_threads';

// Another method is put in its place.
export class Replaced {
  #cloths = [];

  constructor() {
    this.vat = new Worker(new URL('./dye.mjs', import.meta.url));
    this.vat.on('message', () => {
      this.isBusy = false;
      if (this.#cloths.length > 0) this.dye(this.#cloths.shift());
    });
  }

  dye(cloth) {
    if (this.isBusy) return void this.#cloths.push(cloth);
    this.isBusy = true;
    this.vat.postMessage(cloth);
  }
}

export function log(dyer) {
  const { dye } = dyer;
  dyer.dye = (cloth) => {
    console.log(cloth);
    dye.call(dyer, cloth);
  };
}
