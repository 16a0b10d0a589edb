import { EventEmitter } from 'node:events';
import { TracedWorker, inject } from 'traced-pool/context';

const start = () => new TracedWorker('./cast.mjs');
let batch = [];
let lastMould;

/** The idle thread is taken out of a list, the mould is not. */
export class Foundry extends EventEmitter {
  #idle = [start(), start()];
  #waiting = [];
  #moulds = [];
  #config = { metal: 'bronze' };

  async cast(mould) {
    const thread = this.#idle.pop() ?? start();
    thread.once('message', () => {
      this.#idle.push(thread);
      this.#waiting.shift()?.(thread);
    });
    thread.postMessage(inject({ mould, config: this.#config }));
  }

  async castByType(mould) {
    this.#send(await this.#free(), mould);
  }

  #send(thread, message) {
    thread.postMessage(message);
  }

  #free() {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  castAll() {
    start().postMessage(this.#moulds);
  }
}

class Order {
  constructor(mould) {
    this.mould = mould;
  }

  run(thread) {
    thread.postMessage(this.mould);
  }
}

const orders = [];
const shared = start();
export const order = (mould) => orders.push(new Order(mould));
export const release = () => orders.shift()?.run(shared);

export function castSoon(mould) {
  batch.push(mould);
  setTimeout(() => shared.postMessage(batch), 50);
}

export function castLast(mould) {
  lastMould = mould;
  setImmediate(() => shared.postMessage({ lastMould }));
}

export async function serve(takeMould) {
  for (;;) shared.postMessage(await takeMould());
}

export function* castEach(moulds) {
  for (const mould of moulds) yield shared.postMessage(mould);
}

export function ping() {
  setInterval(() => shared.postMessage('ping'), 1000);
}

export const castNow = async (readMould) => shared.postMessage(inject(await readMould()));
