import data from './data.json' with { type: 'json' };
import { Piscina } from 'piscina';

enum Wood {
  Oak = 'oak',
}

function logged(target: unknown, context: ClassMethodDecoratorContext) {
  return undefined;
}

class Cooperage {
  accessor staves = data.staves satisfies number;
  static readonly pool = new Piscina({ filename: 'cooper.js' });

  @logged
  async make(wood: Wood = Wood.Oak) {
    await using pool = new Piscina({ filename: 'hoop.js' });
    return [await Cooperage.pool.run(wood), await pool.run(<string>wood)];
  }
}

export { Cooperage };
