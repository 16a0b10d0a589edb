import { Piscina } from 'piscina';
import type { TaskMessage, ThreadCarrier } from './protocol.js';

const { queueOptionsSymbol, transferableSymbol, valueSymbol } = Piscina;

type Symbols = Readonly<Record<symbol, unknown>>;

// `Piscina.move()` marks by a symbol that Piscina keeps to itself; a value moved for the purpose shows it.
const [movedSymbol] = Object.getOwnPropertySymbols(Piscina.move(new ArrayBuffer(0)));

function isMoved(task: Symbols): boolean {
  return (
    movedSymbol !== undefined &&
    task[movedSymbol] === true &&
    transferableSymbol in task &&
    valueSymbol in task
  );
}

/** Copies what Piscina reads off a task onto the message that stands for it. */
function withQueueOptions(message: TaskMessage, task: Symbols | null | undefined): TaskMessage {
  const queueOptions = task?.[queueOptionsSymbol];
  return queueOptions == null ? message : Object.assign(message, { [queueOptionsSymbol]: queueOptions });
}

/**
 * Packs a task and its carrier for the way to the worker, such that Piscina treats the message as it would the task:
 * a moved value is transferred, a load balancer finds the task's options. Undone by {@link fromTaskMessage}.
 */
export function toTaskMessage(task: unknown, carrier: ThreadCarrier): unknown {
  if (typeof task !== 'object' || task === null) return { task, carrier };
  const symbols = task as Symbols;
  if (!isMoved(symbols)) return withQueueOptions({ task, carrier }, symbols);
  const value = symbols[valueSymbol];
  const message = withQueueOptions({ task: value, carrier }, value as Symbols | null | undefined);
  return Piscina.move({
    [transferableSymbol]: symbols[transferableSymbol],
    [valueSymbol]: message,
  } as unknown as ArrayBuffer);
}

/** Undoes {@link toTaskMessage}; what Piscina has already sent, and so let go of, is nothing. */
export function fromTaskMessage(message: unknown): unknown {
  return message === null ? null : (message as TaskMessage).task;
}
