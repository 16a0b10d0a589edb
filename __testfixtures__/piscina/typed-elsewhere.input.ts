import { Piscina } from 'piscina';

type Open = (filename: string) => Piscina;
interface Pools {
  rough: Piscina;
}

const open: Open = (filename) => new Piscina({ filename });
const pools: Pools = { rough: new Piscina({ filename: 'rough.js' }) };
const { fine }: { fine: Piscina } = { fine: new Piscina({ filename: 'fine.js' }) };
const anything: any = new Piscina({ filename: 'any.js' });

export const polish = (stone: string) => [
  open('polish.js').run(stone),
  pools.rough.run(stone),
  fine.run(stone),
  anything.run(stone),
  (new Piscina() as Piscina<string, number>).run(stone),
  (new Piscina() as unknown as { run(stone: string): void }).run(stone),
];
