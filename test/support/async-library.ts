import type { Library } from './queue-trial.js';

/** What the queues of `async` 1, 2 and 3 and of `neo-async` have in common, as far as it is used here. */
interface AnyAsyncQueue {
  [method: string]: unknown;
  concurrency: number;
  /** Of version 1, an array; of later ones a list. */
  readonly tasks?: { data: unknown }[];
  readonly _tasks?: { toArray(): unknown[]; length: number };
  length(): number;
  running(): number;
  idle(): boolean;
  process(): void;
  resume(): void;
  workersList(): { data: unknown }[];
}

export type AsyncKind = 'queue' | 'priorityQueue' | 'cargo' | 'cargoQueue';
type Method = (...args: unknown[]) => unknown;

export interface AsyncModule {
  readonly [kind: string]: (worker: Method, ...numbers: number[]) => AnyAsyncQueue;
}

const HOOKS = ['drain', 'empty', 'saturated', 'unsaturated', 'error'];

/** Hooks are methods from version 3 on, properties before. */
function hook(
  queue: AnyAsyncQueue,
  note: (...entry: unknown[]) => void,
  show: (item: unknown) => unknown,
): void {
  for (const name of HOOKS) {
    const handler = (error?: unknown, item?: unknown): void =>
      name === 'error' ? note(name, String(error), show(item)) : note(name, queue.length());
    if (Object.getOwnPropertyDescriptor(queue, name)?.writable === false) (queue[name] as Method)(handler);
    else queue[name] = handler;
  }
}

function contentsOf(queue: AnyAsyncQueue, show: (item: unknown) => unknown): unknown[] {
  if (queue.tasks) return queue.tasks.map(({ data }) => show(data));
  if (Symbol.iterator in queue) return [...(queue as unknown as Iterable<unknown>)].map(show);
  return [];
}

/** A queue of one kind, of one of the libraries. */
export function createAsyncLibrary(library: AsyncModule, kind: AsyncKind): Library {
  const isPrioritized = kind === 'priorityQueue';
  const methods = isPrioritized ? ['push', 'pushAsync'] : ['push', 'pushAsync', 'unshift', 'unshiftAsync'];
  return {
    kinds: [...methods, ...methods, 'pause', 'resume', 'concurrency', 'kill', 'remove', 'refused', 'process'],
    build({ worker, bound, note, show }) {
      const given = bound(function (this: unknown, item: unknown, done: never) {
        note('called', arguments.length);
        return worker(item, done);
      });
      const numbers = kind === 'cargoQueue' ? [1, 2] : kind === 'cargo' ? [2] : [1];
      const queue = (library[kind] as (...args: unknown[]) => AnyAsyncQueue)(given, ...numbers);
      hook(queue, note, show);
      return {
        queue,
        run(operation, encode, done) {
          const items = operation.values.map(encode);
          const data = items.length === 1 ? items[0] : items;
          const priority = isPrioritized ? [operation.number] : [];
          const method = queue[operation.kind] as Method | undefined;
          if (operation.kind === 'concurrency') return void (queue.concurrency = operation.number + 1);
          if (operation.kind === 'refused') return (queue.push as Method)(data, ...priority, 'no function');
          if (operation.kind === 'remove') {
            const removed = operation.values.map((value) => JSON.stringify(show(encode(value))));
            return method?.((node: { data: unknown; priority?: number }) => {
              note('tested', show(node.data), node.priority);
              return removed.includes(JSON.stringify(show(node.data))) && (node.priority ?? 0) < 2;
            });
          }
          if (!methods.includes(operation.kind)) {
            const result = method?.();
            if (operation.kind === 'kill') hook(queue, note, show);
            return result;
          }
          return method?.(data, ...priority, ...(operation.number < 3 ? [done] : []));
        },
        observe: () => [
          contentsOf(queue, show),
          queue.length(),
          queue.running(),
          queue.idle(),
          queue.workersList().map(({ data }) => show(data)),
          Object.keys(queue),
        ],
        release() {
          queue.concurrency = 1;
          queue.resume();
          queue.process();
        },
      };
    },
  };
}
