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

/** Copies what a task queue reads off a task onto the message that stands for it. */
function withQueueOptions(message: TaskMessage, task: Symbols): TaskMessage {
  const queueOptions = task[queueOptionsSymbol];
  return queueOptions == null ? message : Object.assign(message, { [queueOptionsSymbol]: queueOptions });
}

/**
 * Packs a task and its carrier for the way to the worker, such that Piscina treats the message as it would the task:
 * a moved value is transferred, a task queue finds the task's options.
 */
export function toTaskMessage(task: unknown, carrier: ThreadCarrier): unknown {
  if (typeof task !== 'object' || task === null) return { task, carrier };
  const symbols = task as Symbols;
  if (!isMoved(symbols)) return withQueueOptions({ task, carrier }, symbols);
  const value = symbols[valueSymbol];
  const message = withQueueOptions({ task: value, carrier }, value as Symbols);
  return Piscina.move({
    [transferableSymbol]: symbols[transferableSymbol],
    [valueSymbol]: message,
  } as unknown as ArrayBuffer);
}
