import { TracedWorker } from 'traced-pool/context';

// Parameters that are more than a name, and what is given by way of all arguments.
export class TakenApart {
  #vat = new TracedWorker(new URL('./dye.mjs', import.meta.url));
  #cloths = [];
  #isBusy = false;

  dye({ cloth, ...others }) {
    if (this.#isBusy) return void this.#cloths.push({ cloth, others });
    this.#isBusy = true;
    this.#vat.once('message', () => this.#next());
    this.#vat.postMessage(cloth);
  }

  #next() {
    this.#isBusy = false;
    if (this.#cloths.length > 0) this.dye(this.#cloths.shift());
  }
}

export class AllArguments {
  #vat = new TracedWorker(new URL('./dye.mjs', import.meta.url));
  #cloths = [];
  #isBusy = false;

  dye(cloth) {
    if (this.#isBusy) return void this.#cloths.push(arguments);
    this.#isBusy = true;
    this.#vat.once('message', () => {
      this.#isBusy = false;
      if (this.#cloths.length > 0) this.dye(...this.#cloths.shift());
    });
    this.#vat.postMessage(cloth);
  }
}
