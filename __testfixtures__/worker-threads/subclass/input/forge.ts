import { Worker } from 'node:worker_threads';

export class Forge extends Worker {
  constructor(readonly iron: string) {
    super(new URL('./hammer.mjs', import.meta.url), { workerData: iron });
  }

  strike(count: number): void {
    this.postMessage({ count });
  }
}

export const forge = new Forge('wrought');
export const strikeTwice = (): void => forge.postMessage({ count: 2 });
