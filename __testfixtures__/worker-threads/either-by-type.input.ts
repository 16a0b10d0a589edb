// Nothing is built here: by their types these are workers, or ports.
import type { MessagePort, Worker } from 'node:worker_threads';

export class Flag {
  readonly #to: Worker | MessagePort;

  constructor(to: Worker | MessagePort) {
    this.#to = to;
  }

  hoist(colour: string): void {
    this.#to.postMessage({ colour });
  }
}

export function lower<T extends Worker | MessagePort>(to: T): void {
  to.postMessage({ colour: 'none' });
}
