import Piscina from 'piscina';

const open = async (filename: string): Promise<Piscina> => {
  const mine = new Piscina({ filename });
  await mine.run('warm up');
  return mine;
};

export async function dig(filename: string, tonnes: number) {
  const mine = await open(filename);
  try {
    return await mine.run(tonnes);
  } finally {
    await mine.destroy();
  }
}
