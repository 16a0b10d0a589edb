import type { Context } from '@opentelemetry/api';

/** An item that waits. */
export interface Waiting {
  readonly context: Context;
  /** Of queues that have priorities: the smaller one goes first. */
  readonly priority?: unknown;
}

/**
 * The contexts of the items that wait in a queue: by identity, primitives by value. Equal items are kept in the order in
 * which the queue will hand them out.
 */
export class ItemContexts {
  readonly #waiting = new Map<unknown, Waiting[]>();

  append(item: unknown, added: Waiting): void {
    const waiting = this.#of(item);
    let index = waiting.length;
    // The libraries compare so, and put in front what has no comparable priority.
    while (index > 0 && 'priority' in added && !isBehind(added, waiting[index - 1])) index--;
    waiting.splice(index, 0, added);
  }

  prepend(item: unknown, added: Waiting): void {
    this.#of(item).unshift(added);
  }

  /** Takes out the context of the equal item that is handed out first; `undefined` where there is none. */
  take(item: unknown): Context | undefined {
    const waiting = this.#waiting.get(item);
    if (waiting?.length === 1) this.#waiting.delete(item);
    return waiting?.shift()?.context;
  }

  /** Takes out those of equal items whose verdict, in the order in which they are handed out, is true. */
  remove(item: unknown, verdicts: readonly boolean[]): void {
    this.#keep(item, (_, index) => verdicts[index] !== true);
  }

  withdraw(item: unknown, added: Waiting): void {
    this.#keep(item, (waiting) => waiting !== added);
  }

  clear(): void {
    this.#waiting.clear();
  }

  #of(item: unknown): Waiting[] {
    const known = this.#waiting.get(item);
    if (known) return known;
    const created: Waiting[] = [];
    this.#waiting.set(item, created);
    return created;
  }

  #keep(item: unknown, isKept: (waiting: Waiting, index: number) => boolean): void {
    const kept = this.#waiting.get(item)?.filter(isKept) ?? [];
    if (kept.length > 0) this.#waiting.set(item, kept);
    else this.#waiting.delete(item);
  }
}

function isBehind(added: Waiting, other: Waiting | undefined): boolean {
  return (added.priority as number) >= (other?.priority as number);
}
