import Tinypool from 'tinypool';

const kiln = new Tinypool({
  filename: new URL('./fire-pot.mjs', import.meta.url).href,
  maxThreads: 3,
});

export async function firePot(glaze: string): Promise<number> {
  return kiln.run(glaze);
}

export const cool = () => kiln.destroy();
