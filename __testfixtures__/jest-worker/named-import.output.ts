import { TracedThreadPoolExecutor } from 'traced-pool/jest-worker';

export async function minify(files: string[]): Promise<string[]> {
  const minifier = new TracedThreadPoolExecutor(require.resolve('./minify-file'), {
    exposedMethods: ['minifyFile'],
    numWorkers: 3,
  }) as TracedThreadPoolExecutor & { minifyFile(file: string): Promise<string> };
  try {
    return await Promise.all(files.map((file) => minifier.minifyFile(file)));
  } finally {
    await minifier.end();
  }
}
