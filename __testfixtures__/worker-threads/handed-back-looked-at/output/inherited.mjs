import { TracedWorker } from 'traced-pool/context';

// An heir may look at what it is given.
export class Dyer {
  constructor() {
    this.vat = new TracedWorker(new URL('./dye.mjs', import.meta.url));
    this.cloths = [];
    this.vat.on('message', () => {
      this.isBusy = false;
      if (this.cloths.length > 0) this.dye(this.cloths.shift());
    });
  }

  dye(cloth) {
    if (this.isBusy) return void this.cloths.push(cloth);
    this.isBusy = true;
    this.vat.postMessage(cloth);
  }
}

export class Fuller extends Dyer {
  dye(cloth) {
    super.dye({ ...cloth, isFull: true });
  }
}
