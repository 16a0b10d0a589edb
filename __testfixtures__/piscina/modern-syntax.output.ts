import data from './data.json' with { type: 'json' };
import { TracedThreadPoolExecutor } from 'traced-pool';

enum Wood {
  Oak = 'oak',
}

function logged(target: unknown, context: ClassMethodDecoratorContext) {
  return undefined;
}

class Cooperage {
  accessor staves = data.staves satisfies number;
  static readonly pool = new TracedThreadPoolExecutor({ filename: 'cooper.js' });

  @logged
  async make(wood: Wood = Wood.Oak) {
    await using pool = new TracedThreadPoolExecutor({ filename: 'hoop.js' });
    return [await Cooperage.pool.submit(wood), await pool.submit(<string>wood)];
  }
}

export { Cooperage };
