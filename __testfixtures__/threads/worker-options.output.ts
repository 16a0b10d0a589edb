import { spawn } from 'threads';
import { TracedThreadPoolExecutor, TracedWorker } from 'traced-pool/threads';

export function createPool(path: string, size = 4) {
  return new TracedThreadPoolExecutor(
    // one process each would be too many
    () => spawn(new TracedWorker(path, { _baseURL: __dirname, resourceLimits: { maxOldGenerationSizeMb: 64 } })),
    { size },
  );
}

const pool = createPool('./crawl');

export const crawl = (url: string) => pool.submit((crawler) => crawler(url));
