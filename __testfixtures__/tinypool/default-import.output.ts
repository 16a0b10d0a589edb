import { TracedThreadPoolExecutor } from 'traced-pool/tinypool';

const kiln = new TracedThreadPoolExecutor({
  filename: new URL('./fire-pot.mjs', import.meta.url).href,
  maxThreads: 3,
});

export async function firePot(glaze: string): Promise<number> {
  return kiln.submit(glaze);
}

export const cool = () => kiln.destroy();
