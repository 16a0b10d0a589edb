import { TracedThreadPoolExecutor } from 'traced-pool';

class Vineyard extends TracedThreadPoolExecutor {
  readonly hectares = 3;
}

export class Estate {
  #vineyard: Vineyard | undefined;

  private ensureVineyard(): Vineyard {
    return (this.#vineyard ??= new Vineyard({ filename: 'vineyard.js' }));
  }

  harvest = (row: number) => this.ensureVineyard().submit(row);

  prune(rows: number[]) {
    return Promise.all(rows.map((row) => this.#vineyard?.submit(row, { name: 'prune' })));
  }
}
