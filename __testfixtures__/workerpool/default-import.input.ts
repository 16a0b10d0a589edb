import workerpool from 'workerpool';

const darkroom = workerpool.pool('./dist/expose.js', { minWorkers: 'max', workerType: 'process' });

export async function expose(negative: string): Promise<string> {
  try {
    return await darkroom.exec('expose', [negative], { on: (event) => console.log(event) });
  } finally {
    await darkroom.terminate();
  }
}
