import { context as contextApi } from '@opentelemetry/api';
import type { Context } from '@opentelemetry/api';

type Entry<Task> = IteratorResult<Task, unknown>;

/** What a synchronous source gives at once, and an asynchronous one later. */
type SoonOrNow<T> = T | Promise<T>;

export function isLater<T>(value: SoonOrNow<T>): value is Promise<T> {
  return typeof (value as Promise<T> | null | undefined)?.then === 'function';
}

/** A sequence of tasks, read one by one; asynchronous only where it is itself. */
export class TaskSource<Task> {
  readonly #iterator: Iterator<Task> | AsyncIterator<Task>;
  #isExhausted = false;

  /** @throws TypeError for what cannot be iterated. */
  constructor(
    tasks: Iterable<Task> | AsyncIterable<Task>,
    private readonly context: Context,
  ) {
    const { [Symbol.asyncIterator]: iterateAsync, [Symbol.iterator]: iterate } =
      tasks as AsyncIterable<Task> & Iterable<Task>;
    const create = iterateAsync ?? iterate;
    if (typeof create !== 'function') throw new TypeError('tasks must be an iterable or an async iterable');
    this.#iterator = create.call(tasks);
  }

  /** Whether it has ended or failed: then it is not read or closed any more. */
  get isExhausted(): boolean {
    return this.#isExhausted;
  }

  read(): SoonOrNow<Entry<Task>> {
    try {
      const entry: SoonOrNow<Entry<Task>> = contextApi.with(this.context, () => this.#iterator.next());
      return isLater(entry) ? this.#settle(entry) : this.#note(entry);
    } catch (error) {
      this.#isExhausted = true;
      throw error;
    }
  }

  /** Tells the source that no more is read, as leaving a loop over it does. */
  async close(): Promise<void> {
    if (this.#isExhausted) return;
    this.#isExhausted = true;
    await contextApi.with(this.context, () => this.#iterator.return?.());
  }

  async #settle(entry: Promise<Entry<Task>>): Promise<Entry<Task>> {
    try {
      return this.#note(await entry);
    } catch (error) {
      this.#isExhausted = true;
      throw error;
    }
  }

  #note(entry: Entry<Task>): Entry<Task> {
    if (typeof entry !== 'object' || entry === null)
      throw new TypeError(`the source of tasks gave ${String(entry)}, which is no iterator result`);
    if (entry.done) this.#isExhausted = true;
    return entry;
  }
}
