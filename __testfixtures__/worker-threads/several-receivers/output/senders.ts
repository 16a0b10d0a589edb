import { Worker, MessagePort } from 'node:worker_threads';
import { TracedWorker, inject } from 'traced-pool/context';

interface Receiver {
  postMessage(message: unknown): void;
}

export class Beacon {
  #to: Worker | MessagePort;

  constructor(to: Worker | MessagePort) {
    this.#to = to;
  }

  send(message: object): void {
    this.#to.postMessage(message);
  }
}

export class Horn {
  worker: Worker | null;

  constructor(worker: Worker | null) {
    this.worker = worker;
  }

  send(message: object): void {
    this.worker?.postMessage(inject(message));
  }
}

export function call(to: Receiver): void {
  to.postMessage({ name: 'dory' });
}

export function hail<T extends Worker | MessagePort>(to: T): void {
  to.postMessage({ name: 'dinghy' });
}

export function start(): void {
  const keeper = new TracedWorker(new URL('./keeper.mjs', import.meta.url));
  call(keeper);
  hail(keeper);
  new Beacon(keeper).send({ name: 'ketch' });
  new Horn(keeper).send({ name: 'gig' });
}
