import { fork } from 'node:child_process';
import { Worker } from 'node:worker_threads';

// One abstraction over both.
export class Actor {
  #child;
  #thread;

  constructor(isThread) {
    if (isThread) this.#thread = new Worker('./act.mjs');
    else this.#child = fork('./act.mjs');
  }

  say(line) {
    if (this.#thread) this.#thread.postMessage({ line });
    else this.#child.send({ line });
  }
}
