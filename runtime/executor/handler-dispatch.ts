import { context as contextApi, diag } from '@opentelemetry/api';
import type { Chunk } from '../map/chunk.js';
import { captureContext } from '../propagation/thread-context.js';
import type { HandlerId, TaskForm } from '../protocol/handler-reference.js';
import type { ChunkMessage, ChunkReply } from '../protocol/task-message.js';
import type { SpanOutlet } from '../relay/span-outlet.js';
import type { SpanRelay } from '../relay/span-relay.js';
import type { TaskSignals } from '../task-signals/task-signals.js';
import { HandlerNames } from './handler-names.js';
import { toPath } from './handler-options.js';
import type { TaskExtras, TaskPacker } from './task-packer.js';
import { readOwn } from './task-options.js';
import type { HandlerTaskOptions } from './task-options.js';

/** What the dispatch needs of the executor. */
export interface DispatchPool {
  /** The pool's own `run`. */
  run(task: unknown, options: HandlerTaskOptions): Promise<unknown>;
  /** The `name` that the pool falls back to. */
  readonly defaultName: string | undefined;
  /** What its workers load in the place of the user's file. */
  readonly workerEntry: string;
  readonly packer: TaskPacker;
  /** Makes sure that the workers there are have a link to the relay. */
  linkWorkers(): void;
}

/** Sends tasks to a pool's workers: each names our entry there, and in the task's name the user's handler. */
export class HandlerDispatch {
  readonly #names = new HandlerNames();

  constructor(
    private readonly pool: DispatchPool,
    private readonly defaultHandler: HandlerId | undefined,
    private readonly outlet: SpanOutlet,
    private readonly relay: SpanRelay,
    private readonly signals: TaskSignals | undefined,
    private readonly contextKeys: readonly symbol[],
  ) {}

  /** The handler of a task with these options; `undefined` where the pool finds none either. */
  findHandler(options: HandlerTaskOptions): HandlerId | undefined {
    const file = readOwn(options, 'filename') ?? this.defaultHandler?.filename;
    const exported = readOwn(options, 'name') ?? this.defaultHandler?.name ?? this.pool.defaultName;
    if (typeof exported !== 'string') return undefined;
    if (typeof file !== 'string' && !(file instanceof URL)) return undefined;
    return { filename: toPath(file), name: exported };
  }

  run(task: unknown, options: HandlerTaskOptions): Promise<unknown> {
    // The pool rejects it in its own words, as it does what is not named by a string below.
    if (typeof options !== 'object' || options === null) return this.pool.run(task, options);
    const handler = this.findHandler(options);
    if (!handler) return this.pool.run(task, options);
    const submitted = readOwn(options, 'context') ?? contextApi.active();
    const observed = this.signals?.observe(handler, submitted);
    const carrier = captureContext(observed?.context ?? submitted, this.contextKeys);
    const isBare = !carrier && !observed;
    const extras: TaskExtras = observed ? [carrier, observed.id] : [carrier];
    const message = isBare ? task : this.pool.packer.pack(task, ...extras);
    const result = this.#send(message, options, handler, isBare ? 'bare' : 'message');
    return observed ? observed.until(result, readOwn(options, 'signal') != null) : result;
  }

  /** Sends a chunk; the pool takes it for one task. */
  async runChunk(
    chunk: Chunk<unknown>,
    budgetMillis: number,
    options: HandlerTaskOptions,
    handler: HandlerId,
    carrier: ChunkMessage['carrier'],
  ): Promise<ChunkReply> {
    const { id, tasks, cursor } = chunk;
    const message: ChunkMessage = { id, tasks, cursor, budgetMillis, ...(carrier && { carrier }) };
    return (await this.#send(message, options, handler, 'chunk')) as ChunkReply;
  }

  #send(message: unknown, options: HandlerTaskOptions, handler: HandlerId, form: TaskForm): Promise<unknown> {
    const isRecorded = this.outlet.isOpen();
    const name = this.#names.forTask(handler, form, isRecorded);
    const transferList = readOwn(options, 'transferList');
    const signal = readOwn(options, 'signal');
    const channel = readOwn(options, 'channel');
    // All that pools read, so that it looks for none of it further up.
    const own = { filename: this.pool.workerEntry, name, transferList, signal, channel };
    if (isRecorded) this.relay.beginTask();
    const result = this.pool.run(message, own);
    this.pool.linkWorkers();
    return isRecorded || form === 'chunk' || this.signals ? this.#afterDrain(result, isRecorded) : result;
  }

  /** What the worker has told of a task is known, and its spans are handed over, before its result is. */
  #afterDrain(result: Promise<unknown>, isRecorded: boolean): Promise<unknown> {
    return result.then(
      (value) => {
        if (isRecorded) this.relay.endTask();
        const drained = this.#drain();
        return drained ? drained.then(() => value) : value;
      },
      (error: unknown) => {
        if (isRecorded) this.relay.endTask();
        const drained = this.#drain();
        if (!drained) throw error;
        return drained.then(() => {
          throw error;
        });
      },
    );
  }

  /** The task's outcome is the caller's, whatever becomes of its spans. */
  #drain(): Promise<void> | undefined {
    try {
      return this.relay.drain();
    } catch (error) {
      diag.error('traced-pool: spans of a worker could not be handed over', error);
      return undefined;
    }
  }
}
