import { TracedWorker, inject } from 'traced-pool/context';
import { trace } from '@opentelemetry/api';

const READER = new URL('./reader.mjs', import.meta.url);

export class Client {
  #worker;
  #calls = new Map();
  #count = 0;

  constructor(file) {
    this.#worker = new TracedWorker(file);
    this.#worker.on('message', ({ id, value }) => {
      trace.getTracer('client').startSpan(`told ${value}`).end();
      this.#calls.get(id)(value);
      this.#calls.delete(id);
    });
  }

  call(method, argument) {
    return new Promise((resolve) => {
      const id = this.#count++;
      this.#calls.set(id, resolve);
      this.#worker.postMessage(inject({ id, method, argument }));
    });
  }

  close() {
    return this.#worker.terminate();
  }
}

export class Reader extends Client {
  constructor(file = READER) {
    super(file);
  }
}

export class Archive extends Client {
  constructor(name) {
    super(name === 'copies' ? new URL('./scribe.mjs', import.meta.url) : READER);
  }
}
