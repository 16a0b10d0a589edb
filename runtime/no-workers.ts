function refuse(): never {
  throw new Error('traced-pool: a browser has no workers of Node.js');
}

/** What `workers.ts` is to a browser, whose bundlers find this file in its place. */
export const tracedFork = refuse as unknown as typeof import('./raw/fork.js').tracedFork;
export const TracedWorker = refuse as unknown as typeof import('./raw/worker.js').TracedWorker;
