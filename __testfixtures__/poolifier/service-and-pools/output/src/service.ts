import type { TracedDynamicThreadPoolExecutor, TracedThreadPoolExecutor } from 'traced-pool/poolifier';
import { cutters, sewers } from './pools.js';

class Tailor {
  constructor(
    private readonly cutting: TracedThreadPoolExecutor<string, string[]>,
    private readonly sewing: TracedDynamicThreadPoolExecutor<string[], string>,
  ) {}

  async make(cloth: string): Promise<string> {
    const pieces = await this.cutting.submit(cloth);
    return this.sewing.submit(pieces, 'sew');
  }
}

export const tailor = new Tailor(cutters, sewers);
