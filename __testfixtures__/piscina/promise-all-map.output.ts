import { TracedThreadPoolExecutor } from 'traced-pool';

const sorter = new TracedThreadPoolExecutor({ filename: 'sorter.js' });

export const sortAll = (crates: readonly string[]) => sorter.map(crates);

export async function sortLines(text: string, signal: AbortSignal) {
  const apples = await sorter.map(text.split('\n'), { name: 'apples', signal });
  return apples.length;
}
