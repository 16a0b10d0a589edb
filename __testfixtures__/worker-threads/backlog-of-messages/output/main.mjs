// What finds a press idle is posted by who brings it, what does not waits: some as messages, some within entries.
import { TracedWorker, inject } from 'traced-pool/context';
import { trace } from '@opentelemetry/api';

const tracer = trace.getTracer('treasury');

function createMint(size) {
  const presses = Array.from({ length: size }, () => new TracedWorker(new URL('./mint.mjs', import.meta.url)));
  const idle = [...presses];
  const backlog = [];
  const waiting = new Map();
  let lastId = 0;

  for (const press of presses) {
    press.on('message', ({ id, struck }) => {
      if (backlog.length > 0) press.postMessage(backlog.shift());
      else idle.push(press);
      waiting.get(id)(struck);
      waiting.delete(id);
    });
  }

  return {
    strike(coin) {
      const message = { id: ++lastId, coin };
      return new Promise((resolve) => {
        waiting.set(message.id, resolve);
        const press = idle.pop();
        if (press) press.postMessage(inject(message));
        else backlog.push(inject(message));
      });
    },
    close: () => Promise.all(presses.map((press) => press.terminate())),
  };
}

class Assay {
  #press = new TracedWorker(new URL('./mint.mjs', import.meta.url));
  #backlog = new Map();
  #running = new Map();
  #lastId = 0;

  constructor() {
    this.#press.on('message', ({ id, struck }) => {
      tracer.startSpan('assayed', { attributes: { struck } }).end();
      this.#running.get(id).resolve(struck);
      this.#running.delete(id);
      this.#next();
    });
  }

  assay(coin) {
    return new Promise((resolve) => {
      const id = ++this.#lastId;
      this.#backlog.set(id, { message: inject({ id, coin }), resolve });
      if (this.#running.size === 0) this.#next();
    });
  }

  close() {
    return this.#press.terminate();
  }

  #next() {
    for (const [id, entry] of this.#backlog) {
      this.#backlog.delete(id);
      this.#running.set(id, entry);
      this.#send(entry);
      return;
    }
  }

  #send(entry) {
    this.#press.postMessage(entry.message);
  }
}

const mint = createMint(2);
const assay = new Assay();
const order = (coin) =>
  tracer.startActiveSpan(`order ${coin}`, async (span) => {
    const struck = await Promise.all([mint.strike(coin), assay.assay(`${coin}?`)]);
    span.end();
    return struck;
  });
console.log(await Promise.all(['ducat', 'florin', 'groat', 'mark', 'noble'].map(order)));
console.log(await mint.strike('penny'));
await mint.close();
await assay.close();
