import type { TaskMessage } from '../protocol/task-message.js';

/** What a pool's class tells of the values that it transfers rather than copies. */
export interface MovingPool {
  readonly queueOptionsSymbol: symbol;
  readonly transferableSymbol: symbol;
  readonly valueSymbol: symbol;
  move(value: never): unknown;
}

type Symbols = Readonly<Record<symbol, unknown>>;

/** What goes with a task. */
export type TaskExtras = TaskMessage extends readonly [unknown, ...infer Extras] ? Extras : never;

/** Packs tasks such that a pool of Piscina's kin treats the message as it would the task. */
export class TaskPacker {
  // `move()` marks by a symbol that the pool keeps to itself; a value moved for the purpose shows it.
  readonly #movedSymbol: symbol | undefined;

  constructor(private readonly pool: MovingPool) {
    [this.#movedSymbol] = Object.getOwnPropertySymbols(pool.move(new ArrayBuffer(0) as never));
  }

  /** Whether a task was made by the pool's `move()`. */
  isMoved(task: unknown): task is Symbols {
    const { transferableSymbol, valueSymbol } = this.pool;
    if (typeof task !== 'object' || task === null || this.#movedSymbol === undefined) return false;
    return (task as Symbols)[this.#movedSymbol] === true && transferableSymbol in task && valueSymbol in task;
  }

  /**
   * Packs a task and what goes with it: a moved value is transferred, a load balancer finds the task's options. Undone
   * by {@link fromTaskMessage}.
   */
  pack(task: unknown, ...extras: TaskExtras): unknown {
    if (typeof task !== 'object' || task === null) return [task, ...extras];
    if (!this.isMoved(task)) return this.#withQueueOptions([task, ...extras], task as Symbols);
    const { transferableSymbol, valueSymbol } = this.pool;
    const value = task[valueSymbol];
    const message = this.#withQueueOptions([value, ...extras], value as Symbols | null | undefined);
    return this.pool.move({
      [transferableSymbol]: task[transferableSymbol],
      [valueSymbol]: message,
    } as never);
  }

  /** Copies what the pool reads off a task onto the message that stands for it. */
  #withQueueOptions(message: TaskMessage, task: Symbols | null | undefined): TaskMessage {
    const key = this.pool.queueOptionsSymbol;
    const queueOptions = task?.[key];
    return queueOptions == null ? message : Object.assign(message, { [key]: queueOptions });
  }
}

/** Undoes {@link TaskPacker.pack}; what the pool has already sent, and so let go of, is nothing. */
export function fromTaskMessage(message: unknown): unknown {
  return message === null ? null : (message as TaskMessage)[0];
}
