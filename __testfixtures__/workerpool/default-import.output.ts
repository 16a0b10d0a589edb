import { TracedThreadPoolExecutor } from 'traced-pool/workerpool';

const darkroom = new TracedThreadPoolExecutor('./dist/expose.js', { minWorkers: 'max', workerType: 'process' });

export async function expose(negative: string): Promise<string> {
  try {
    return await darkroom.submit('expose', [negative], { on: (event) => console.log(event) });
  } finally {
    await darkroom.terminate();
  }
}
