import { TracedThreadPoolExecutor } from 'traced-pool';

const [mill, stones] = await Promise.all([openMill(), Promise.resolve(2)]);
const [coarse, fine]: [TracedThreadPoolExecutor, TracedThreadPoolExecutor] = [new TracedThreadPoolExecutor(), new TracedThreadPoolExecutor()];

async function openMill() {
  return new TracedThreadPoolExecutor({ filename: 'mill.js' });
}

export const grind = (grain: string) => mill.submit({ grain, stones });
for (const [name, sieve] of new Map([['coarse', coarse]])) void sieve.submit(name);
void fine.submit('flour');
