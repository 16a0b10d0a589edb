import PQueue from 'p-queue';
import { bake, type Loaf } from './bakery.js';
import { bind } from 'traced-pool/context';

const oven = new PQueue({ concurrency: 2, timeout: 30_000 });

export async function order(loaf: Loaf, customer: string): Promise<string> {
  const baked = await oven.add(bind(async ({ signal }) => {
    const result = await bake(loaf, signal);
    return `${result} for ${customer}`;
  }));
  void oven.add(bind(() => bake(loaf)), { priority: -1 });
  return baked ?? 'sold out';
}
