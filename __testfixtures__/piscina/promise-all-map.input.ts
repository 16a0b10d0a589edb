import { Piscina } from 'piscina';

const sorter = new Piscina({ filename: 'sorter.js' });

export const sortAll = (crates: readonly string[]) => Promise.all(crates.map((crate) => sorter.run(crate)));

export async function sortLines(text: string, signal: AbortSignal) {
  const apples = await Promise.all(
    text.split('\n').map(async (line) => {
      return await sorter.run(line, { name: 'apples', signal });
    }),
  );
  return apples.length;
}
