import type { Store } from '../../../page/browser/store.js';

const NAME = 'reviewed';
/** Older ones go first: what was reviewed in code that is long gone. */
const MAX_KEPT = 20_000;

/** The blocks that were reviewed, by their ids; kept between visits as far as the browser lets us. */
export class Ticks {
  readonly #store: Store;
  #ids: Set<string>;

  constructor(store: Store) {
    this.#store = store;
    this.#ids = this.#read(new Set());
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  set(ids: readonly string[], isTicked: boolean): void {
    // Another window may have ticked something meanwhile.
    this.#ids = this.#read(this.#ids);
    for (const id of ids) {
      this.#ids.delete(id);
      if (isTicked) this.#ids.add(id);
    }
    this.#store.set(NAME, JSON.stringify([...this.#ids].slice(-MAX_KEPT)));
  }

  #read(fallback: Set<string>): Set<string> {
    try {
      const ids: unknown = JSON.parse(this.#store.get(NAME) ?? '');
      return Array.isArray(ids) ? new Set(ids.map(String)) : fallback;
    } catch {
      return fallback;
    }
  }
}
