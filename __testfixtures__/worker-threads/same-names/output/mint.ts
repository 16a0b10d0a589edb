import { EventEmitter } from 'node:events';
import { TracedWorker, inject } from 'traced-pool/context';

interface Maker {
  make(coin: string): void;
}

export class Mint implements Maker {
  readonly #press = new TracedWorker(new URL('./stamp.js', import.meta.url));

  make(coin: string): void {
    this.#press.postMessage(coin);
  }

  strike(coin: string): void {
    this.#press.postMessage(inject(coin));
  }
}

/** Of the same names, and nothing else. */
class Baker {
  strike(loaf: number): void {
    void loaf;
  }
}

export class Town extends EventEmitter {
  constructor(
    private readonly maker: Maker,
    private readonly baker: Baker,
  ) {
    super();
    this.on('market', () => {
      this.maker.make('penny');
      this.baker.strike(1);
    });
  }
}
