import type { JobPosition, QueueLibrary } from '../../../queues/queue-library.js';
import type { DispatchWatch, Verb } from './dispatch-watch.js';
import type { WaitingItems } from './waiting-items.js';

type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;
type AnyObject = Record<string, unknown>;

const isFunction = (value: unknown): value is AnyFunction => typeof value === 'function';

/** The indices of the jobs among the arguments of a call. */
function findJobs(position: JobPosition, args: readonly unknown[]): number[] {
  if (position === 'in-array') return [];
  if (position === 'after-options') return [args.findIndex(isFunction)].filter((index) => index >= 0);
  if ('at' in position) return [position.at];
  return args.map((_, index) => index).slice(position.from);
}

/** Watches the queues of one library, by what the codemod knows of it. */
export class QueueWatch {
  readonly #patched = new WeakSet<object>();

  constructor(
    private readonly library: QueueLibrary,
    private readonly dispatches: DispatchWatch,
  ) {}

  /** Has the methods of a class, or of a queue, that take jobs watch them. */
  watchMethods(target: object): void {
    for (const [name, position] of Object.entries(this.library.jobs))
      this.#patch(target, name, (method, self, args) =>
        Reflect.apply(method, self, this.#watchJobs(args, position, name)),
      );
  }

  /** Has a queue that runs one worker for all its items watch which of them it was pushed. */
  watchPushes(queue: object, items: WaitingItems): void {
    for (const name of this.library.pushes ?? [])
      this.#patch(queue, name, (method, self, args) => {
        const [item] = args;
        const dispatch = this.dispatches.note(this.#verb(name));
        for (const one of Array.isArray(item) ? (item as unknown[]) : [item]) items.push(one, dispatch);
        return Reflect.apply(method, self, args);
      });
  }

  /** A queue that is called itself, `limit(job)`. */
  watchCalls(queue: AnyFunction, position: JobPosition): AnyFunction {
    return new Proxy(queue, {
      apply: (target, self, args) => Reflect.apply(target, self, this.#watchJobs(args, position, '')),
    });
  }

  /** The arguments that build a queue, its worker being watched where there is one. */
  watchWorker(args: readonly unknown[], items: WaitingItems): unknown[] {
    const { worker, buildsWrapped } = this.library;
    const index = worker === undefined && !buildsWrapped ? -1 : args.findIndex(isFunction);
    if (index < 0) return this.#watchProcess(args, items);
    return args.map((arg, at) => (at === index ? this.#toWatched(arg as AnyFunction, items) : arg));
  }

  /** What building a queue has given, watched. */
  watchBuilt(built: unknown, items: WaitingItems): unknown {
    const { called, buildsWrapped } = this.library;
    if (isFunction(built) && called) {
      this.watchMethods(built);
      return buildsWrapped ? this.#watchEither(built, called, items) : this.watchCalls(built, called);
    }
    if (typeof built === 'object' && built !== null) {
      this.watchMethods(built);
      this.watchPushes(built, items);
    }
    return built;
  }

  /** `new Queue({ process })`. */
  #watchProcess(args: readonly unknown[], items: WaitingItems): unknown[] {
    const [options, ...rest] = args;
    const process = (options as AnyObject | undefined)?.['process'];
    if (this.library.worker === undefined || !isFunction(process)) return [...args];
    return [{ ...(options as AnyObject), process: this.#toWatched(process, items) }, ...rest];
  }

  /** What `throat(2)` gives takes jobs, and what `throat(2, job)` gives takes the arguments of one. */
  #watchEither(built: AnyFunction, position: JobPosition, items: WaitingItems): AnyFunction {
    return new Proxy(built, {
      apply: (target, self, args) => {
        const [index = 0] = findJobs(position, args);
        if (isFunction(args[index])) return Reflect.apply(target, self, this.#watchJobs(args, position, ''));
        items.push(args[0], this.dispatches.note(this.#verb('')));
        return Reflect.apply(target, self, args);
      },
    });
  }

  #toWatched(worker: AnyFunction, items: WaitingItems): AnyFunction {
    return new Proxy(worker, {
      apply: (target, self, args) => this.dispatches.run(items.take(args[0]), target, self, args),
    });
  }

  #watchJobs(args: readonly unknown[], position: JobPosition, name: string): unknown[] {
    const dispatch = this.dispatches.note(this.#verb(name));
    const jobs = findJobs(position, args);
    return args.map((arg, index) => {
      if (position === 'in-array' && index === 0 && Array.isArray(arg))
        return arg.map((job: unknown) => this.dispatches.watchJob(job, dispatch));
      return jobs.includes(index) ? this.dispatches.watchJob(arg, dispatch) : arg;
    });
  }

  #verb(name: string): Verb {
    return { library: this.library.name, verb: name === '' ? 'a call' : `${name}()` };
  }

  #patch(
    target: object,
    name: string,
    instead: (method: AnyFunction, self: unknown, args: unknown[]) => unknown,
  ): void {
    const method = (target as AnyObject)[name];
    if (!isFunction(method) || this.#patched.has(method)) return;
    const patched = new Proxy(method, { apply: (original, self, args) => instead(original, self, args) });
    const descriptor = Object.getOwnPropertyDescriptor(target, name);
    const { enumerable = true } = descriptor ?? {};
    if (descriptor?.configurable === false) return;
    this.#patched.add(patched);
    Object.defineProperty(target, name, { value: patched, writable: true, configurable: true, enumerable });
  }
}
