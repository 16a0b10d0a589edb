import Piscina from 'piscina';

class Vineyard extends Piscina {
  readonly hectares = 3;
}

export class Estate {
  #vineyard: Vineyard | undefined;

  private ensureVineyard(): Vineyard {
    return (this.#vineyard ??= new Vineyard({ filename: 'vineyard.js' }));
  }

  harvest = (row: number) => this.ensureVineyard().run(row);

  prune(rows: number[]) {
    return Promise.all(rows.map((row) => this.#vineyard?.run(row, { name: 'prune' })));
  }
}
