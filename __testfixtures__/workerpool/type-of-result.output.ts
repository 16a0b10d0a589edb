import workerpool, { type Pool } from 'workerpool';
import { TracedThreadPoolExecutor } from 'traced-pool/workerpool';

type Shop = ReturnType<typeof workerpool.pool>;

export class Window {
  constructor(private readonly shop: Shop = new TracedThreadPoolExecutor('./dress.js')) {}
  dress = (doll: string) => this.shop.exec('dress', [doll]);
}

export const describe = (pool: Pool) => pool.stats();
