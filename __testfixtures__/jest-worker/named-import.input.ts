import { Worker } from 'jest-worker';

export async function minify(files: string[]): Promise<string[]> {
  const minifier = new Worker(require.resolve('./minify-file'), {
    exposedMethods: ['minifyFile'],
    numWorkers: 3,
  }) as Worker & { minifyFile(file: string): Promise<string> };
  try {
    return await Promise.all(files.map((file) => minifier.minifyFile(file)));
  } finally {
    await minifier.end();
  }
}
