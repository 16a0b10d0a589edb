import { TracedWorker, inject } from 'traced-pool/context';

export class Forge extends TracedWorker {
  constructor(readonly iron: string) {
    super(new URL('./hammer.mjs', import.meta.url), { workerData: iron });
  }

  strike(count: number): void {
    this.postMessage(inject({ count }));
  }
}

export const forge = new Forge('wrought');
export const strikeTwice = (): void => forge.postMessage(inject({ count: 2 }));
