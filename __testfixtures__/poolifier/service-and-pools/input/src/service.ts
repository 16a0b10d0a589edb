import type { DynamicThreadPool, FixedThreadPool } from 'poolifier';
import { cutters, sewers } from './pools.js';

class Tailor {
  constructor(
    private readonly cutting: FixedThreadPool<string, string[]>,
    private readonly sewing: DynamicThreadPool<string[], string>,
  ) {}

  async make(cloth: string): Promise<string> {
    const pieces = await this.cutting.execute(cloth);
    return this.sewing.execute(pieces, 'sew');
  }
}

export const tailor = new Tailor(cutters, sewers);
