import { Piscina } from 'piscina';
import { TracedThreadPoolExecutor } from 'traced-pool';

type Open = (filename: string) => Piscina;
interface Pools {
  rough: Piscina;
}

const open: Open = (filename) => new TracedThreadPoolExecutor({ filename });
const pools: Pools = { rough: new TracedThreadPoolExecutor({ filename: 'rough.js' }) };
const { fine }: { fine: Piscina } = { fine: new TracedThreadPoolExecutor({ filename: 'fine.js' }) };
const anything: any = new TracedThreadPoolExecutor({ filename: 'any.js' });

export const polish = (stone: string) => [
  open('polish.js').run(stone),
  pools.rough.run(stone),
  fine.run(stone),
  anything.run(stone),
  (new TracedThreadPoolExecutor() as TracedThreadPoolExecutor<string, number>).submit(stone),
  (new TracedThreadPoolExecutor() as unknown as { run(stone: string): void }).run(stone),
];
