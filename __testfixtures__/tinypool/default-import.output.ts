import { TracedThreadPoolExecutor } from 'traced-pool/tinypool';

const kiln = new TracedThreadPoolExecutor({
  filename: require.resolve('./fire-pot.mjs'),
  maxThreads: 3,
});

export async function firePot(glaze: string): Promise<number> {
  return kiln.submit(glaze);
}

export const cool = () => kiln.destroy();
