import type { Context } from '@opentelemetry/api';

/** An item that waits. */
export interface Waiting {
  readonly context: Context;
  /** Of queues that have priorities: the smaller one goes first. */
  readonly priority?: unknown;
}

/** Equal items in the order in which the queue will hand them out; each end is as cheap in a long line as in a short one. */
class Line {
  #waiting: Waiting[] = [];
  #start = 0;

  get length(): number {
    return this.#waiting.length - this.#start;
  }

  append(added: Waiting): void {
    let index = this.#waiting.length;
    // The libraries compare so, and put in front what has no comparable priority.
    while (index > this.#start && 'priority' in added && !isBehind(added, this.#waiting[index - 1])) index--;
    if (index === this.#waiting.length) this.#waiting.push(added);
    else this.#waiting.splice(index, 0, added);
  }

  prepend(added: Waiting): void {
    if (this.#start === 0) {
      const waiting = this.#waiting;
      this.#start = waiting.length + 1;
      this.#waiting = new Array<Waiting>(this.#start).concat(waiting);
    }
    this.#waiting[--this.#start] = added;
  }

  take(): Waiting | undefined {
    const taken = this.#waiting[this.#start++];
    // What was taken is let go of, a half of the line at a time.
    if (this.#start * 2 > this.#waiting.length) this.keep(() => true);
    return taken;
  }

  keep(isKept: (waiting: Waiting, index: number) => boolean): void {
    this.#waiting = this.#waiting.slice(this.#start).filter(isKept);
    this.#start = 0;
  }
}

/** The contexts of the items that wait in a queue: by identity, primitives by value. */
export class ItemContexts {
  readonly #lines = new Map<unknown, Line>();

  append(item: unknown, added: Waiting): void {
    this.#of(item).append(added);
  }

  prepend(item: unknown, added: Waiting): void {
    this.#of(item).prepend(added);
  }

  /** Takes out the context of the equal item that is handed out first; `undefined` where there is none. */
  take(item: unknown): Context | undefined {
    const line = this.#lines.get(item);
    if (line?.length === 1) this.#lines.delete(item);
    return line?.take()?.context;
  }

  /** Takes out those of equal items whose verdict, in the order in which they are handed out, is true. */
  remove(item: unknown, verdicts: readonly boolean[]): void {
    this.#keep(item, (_, index) => verdicts[index] !== true);
  }

  withdraw(item: unknown, added: Waiting): void {
    this.#keep(item, (waiting) => waiting !== added);
  }

  clear(): void {
    this.#lines.clear();
  }

  #of(item: unknown): Line {
    let line = this.#lines.get(item);
    if (!line) this.#lines.set(item, (line = new Line()));
    return line;
  }

  #keep(item: unknown, isKept: (waiting: Waiting, index: number) => boolean): void {
    const line = this.#lines.get(item);
    line?.keep(isKept);
    if (line?.length === 0) this.#lines.delete(item);
  }
}

function isBehind(added: Waiting, other: Waiting | undefined): boolean {
  return (added.priority as number) >= (other?.priority as number);
}
