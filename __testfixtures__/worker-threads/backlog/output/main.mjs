// A pool by hand: what waits is posted when a thread is free, in the listener of another request's reply.
import { TracedWorker, inject } from 'traced-pool/context';
import { trace } from '@opentelemetry/api';

const tracer = trace.getTracer('bindery');

class Bindery {
  #idle = [];
  #backlog = [];
  #threads = [];

  constructor(size) {
    for (let index = 0; index < size; index++) {
      const thread = new TracedWorker('./bind.mjs');
      this.#threads.push(thread);
      this.#idle.push(thread);
    }
  }

  bind(book) {
    return new Promise((resolve) => {
      this.#backlog.push({ book: inject(book), resolve });
      this.#next();
    });
  }

  close() {
    return Promise.all(this.#threads.map((thread) => thread.terminate()));
  }

  #next() {
    const thread = this.#idle.pop();
    const entry = thread && this.#backlog.shift();
    if (!entry) {
      if (thread) this.#idle.push(thread);
      return;
    }
    thread.once('message', (bound) => {
      entry.resolve(bound);
      this.#idle.push(thread);
      this.#next();
    });
    thread.postMessage(entry.book);
  }
}

const bindery = new Bindery(1);
const books = ['atlas', 'herbal', 'psalter'].map((book) =>
  tracer.startActiveSpan(`order ${book}`, async (span) => {
    const bound = await bindery.bind(book);
    span.end();
    return bound;
  }),
);
console.log(await Promise.all(books));
await bindery.close();
