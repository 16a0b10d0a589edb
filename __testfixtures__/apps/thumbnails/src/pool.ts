import { Piscina } from 'piscina';

/** Decoding and resizing would hold up every other request, so they run in worker threads. */
export const pool = new Piscina({
  filename: new URL('./worker.ts', import.meta.url).href,
  name: 'thumbnail',
  minThreads: 2,
  maxThreads: 2,
  maxQueue: 64,
});
