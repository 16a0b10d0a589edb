import Tinypool from 'tinypool';

const kiln = new Tinypool({
  filename: require.resolve('./fire-pot.mjs'),
  maxThreads: 3,
});

export async function firePot(glaze: string): Promise<number> {
  return kiln.run(glaze);
}

export const cool = () => kiln.destroy();
