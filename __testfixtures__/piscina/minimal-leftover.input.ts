import { TracedThreadPoolExecutor } from 'traced-pool';

class Distillery {
  constructor(private readonly still = new TracedThreadPoolExecutor({ filename: 'still.js' })) {}

  distil(mash: string) {
    return this.still.run(mash);
  }
}

export const run = (mash: string) => new Distillery().distil(mash);
