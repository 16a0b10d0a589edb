import { Piscina } from 'piscina';
import type { TaskMessage } from './protocol/task-message.js';

const { queueOptionsSymbol, transferableSymbol, valueSymbol } = Piscina;

type Symbols = Readonly<Record<symbol, unknown>>;

// `Piscina.move()` marks by a symbol that Piscina keeps to itself; a value moved for the purpose shows it.
const [movedSymbol] = Object.getOwnPropertySymbols(Piscina.move(new ArrayBuffer(0)));

/** Whether a task was made by `Piscina.move()`. */
export function isMoved(task: unknown): task is Symbols {
  if (typeof task !== 'object' || task === null || movedSymbol === undefined) return false;
  return (task as Symbols)[movedSymbol] === true && transferableSymbol in task && valueSymbol in task;
}

/** Copies what Piscina reads off a task onto the message that stands for it. */
function withQueueOptions(message: TaskMessage, task: Symbols | null | undefined): TaskMessage {
  const queueOptions = task?.[queueOptionsSymbol];
  return queueOptions == null ? message : Object.assign(message, { [queueOptionsSymbol]: queueOptions });
}

/** What goes with a task. */
export type TaskExtras = TaskMessage extends readonly [unknown, ...infer Extras] ? Extras : never;

/**
 * Packs a task and what goes with it for the way to the worker, such that Piscina treats the message as it would the
 * task: a moved value is transferred, a load balancer finds the task's options. Undone by {@link fromTaskMessage}.
 */
export function toTaskMessage(task: unknown, ...extras: TaskExtras): unknown {
  if (typeof task !== 'object' || task === null) return [task, ...extras];
  if (!isMoved(task)) return withQueueOptions([task, ...extras], task as Symbols);
  const value = task[valueSymbol];
  const message = withQueueOptions([value, ...extras], value as Symbols | null | undefined);
  return Piscina.move({
    [transferableSymbol]: task[transferableSymbol],
    [valueSymbol]: message,
  } as unknown as ArrayBuffer);
}

/** Undoes {@link toTaskMessage}; what Piscina has already sent, and so let go of, is nothing. */
export function fromTaskMessage(message: unknown): unknown {
  return message === null ? null : (message as TaskMessage)[0];
}
