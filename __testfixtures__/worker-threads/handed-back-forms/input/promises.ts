import { Worker } from 'node:worker_threads';

interface Cloth {
  readonly colour: string;
}

interface Waiting {
  cloth: Cloth;
  resolve: (dyed: Cloth) => void;
  reject: (error: Error) => void;
}

/** Promises, fields, and a method that is called when a vat is free. */
export class Dyer {
  private readonly vats: Worker[] = [];
  private readonly idle: Worker[] = [];
  private readonly waiting: Waiting[] = [];

  constructor(size: number) {
    for (let index = 0; index < size; index++) {
      const vat = new Worker(new URL('./dye.mjs', import.meta.url));
      this.vats.push(vat);
      this.idle.push(vat);
    }
  }

  dye(cloth: Cloth): Promise<Cloth> {
    return new Promise<Cloth>((resolve, reject) => {
      const vat = this.idle.pop();
      if (!vat) {
        this.waiting.push({ cloth, resolve, reject });
        return;
      }
      vat.once('message', (dyed: Cloth) => {
        resolve(dyed);
        this.release(vat);
      });
      vat.once('error', reject);
      vat.postMessage(cloth);
    });
  }

  private release(vat: Worker): void {
    this.idle.push(vat);
    const next = this.waiting.shift();
    if (next) this.dye(next.cloth).then(next.resolve, next.reject);
  }
}
