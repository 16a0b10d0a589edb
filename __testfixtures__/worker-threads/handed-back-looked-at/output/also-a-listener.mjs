import { TracedWorker } from 'traced-pool/context';

// What a listener hands in itself is of no request that can be told.
export class Again {
  #vat = new TracedWorker(new URL('./dye.mjs', import.meta.url));
  #cloths = [];
  #isBusy = false;

  constructor() {
    this.#vat.on('message', (dyed) => {
      this.#isBusy = false;
      if (dyed.isPale) this.dye({ colour: dyed.colour });
      else if (this.#cloths.length > 0) this.dye(this.#cloths.shift());
    });
  }

  dye(cloth) {
    if (this.#isBusy) return void this.#cloths.push(cloth);
    this.#isBusy = true;
    this.#vat.postMessage(cloth);
  }
}
