import PQueue from 'p-queue';
import { work } from './work.cjs';

class Batches {
  #queue = new PQueue({ concurrency: 1 });

  run(requests) {
    return this.#queue.addAll(requests.map((request) => () => work(request)));
  }
}

const batches = new Batches();

export const handle = (request) => batches.run([request]);
