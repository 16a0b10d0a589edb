import { Pool, spawn, Worker } from 'threads';

export function createPool(path: string, size = 4) {
  return Pool(
    // one process each would be too many
    () => spawn(new Worker(path, { _baseURL: __dirname, resourceLimits: { maxOldGenerationSizeMb: 64 } })),
    { size },
  );
}

const pool = createPool('./crawl');

export const crawl = (url: string) => pool.queue((crawler) => crawler(url));
