import { TracedThreadPoolExecutor } from 'traced-pool';

const open = async (filename: string): Promise<TracedThreadPoolExecutor> => {
  const mine = new TracedThreadPoolExecutor({ filename });
  await mine.submit('warm up');
  return mine;
};

export async function dig(filename: string, tonnes: number) {
  const mine = await open(filename);
  try {
    return await mine.submit(tonnes);
  } finally {
    await mine.destroy();
  }
}
