import { inject, tracedFork } from 'traced-pool/context';
import { TracedWorker } from 'traced-pool/context';

// One abstraction over both.
export class Actor {
  #child;
  #thread;

  constructor(isThread) {
    if (isThread) this.#thread = new TracedWorker('./act.mjs');
    else this.#child = tracedFork('./act.mjs');
  }

  say(line) {
    if (this.#thread) this.#thread.postMessage(inject({ line }));
    else this.#child.send(inject({ line }));
  }
}
