import { Worker } from 'node:worker_threads';

export class Crew {
  #file;
  #last = 0;
  #members = [];
  #waiting = new Map();

  constructor({ file, size = 1 }) {
    this.#file = file;
    for (let index = 0; index < size; index++) this.#hire();
  }

  #hire() {
    const member = new Worker(this.#file);
    member.on('message', ({ id, done }) => {
      this.#waiting.get(id)(done);
      this.#waiting.delete(id);
    });
    this.#members.push(member);
  }

  work(plank) {
    const id = ++this.#last;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#members[id % this.#members.length].postMessage({ id, plank });
    });
  }

  close() {
    return Promise.all(this.#members.map((member) => member.terminate()));
  }
}
