import workerpool, { type Pool } from 'workerpool';

type Shop = ReturnType<typeof workerpool.pool>;

export class Window {
  constructor(private readonly shop: Shop = workerpool.pool('./dress.js')) {}
  dress = (doll: string) => this.shop.exec('dress', [doll]);
}

export const describe = (pool: Pool) => pool.stats();
