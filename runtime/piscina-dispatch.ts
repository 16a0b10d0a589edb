import { context as contextApi, diag } from '@opentelemetry/api';
import { HandlerNames } from './handler-names.js';
import type { Chunk } from './map/chunk.js';
import type { SubmitOptions } from './options.js';
import { toPath, WORKER_ENTRY } from './piscina-options.js';
import { captureContext } from './propagation.js';
import type { HandlerId, TaskForm } from './protocol/handler-reference.js';
import type { ChunkMessage, ChunkReply } from './protocol/task-message.js';
import type { SpanOutlet } from './relay/span-outlet.js';
import type { SpanRelay } from './relay/span-relay.js';
import { toTaskMessage } from './task-message.js';
import type { TaskExtras } from './task-message.js';
import type { TaskSignals } from './task-signals/task-signals.js';

/** Own properties only, as Piscina reads options: a polluted prototype gives none. */
function readOwn<Key extends keyof SubmitOptions>(options: SubmitOptions, key: Key): SubmitOptions[Key] {
  return Object.hasOwn(options, key) ? options[key] : (undefined as SubmitOptions[Key]);
}

/** What the dispatch needs of the executor. */
export interface DispatchPool {
  /** Piscina's own `run`. */
  run(task: unknown, options: SubmitOptions): Promise<unknown>;
  /** The `name` that Piscina falls back to. */
  readonly defaultName: string | undefined;
  /** Makes sure that the workers there are have a link to the relay. */
  linkWorkers(): void;
}

/** Sends tasks to Piscina's workers: each names our entry there, and in the task's name the user's handler. */
export class PiscinaDispatch {
  readonly #names = new HandlerNames();

  constructor(
    private readonly pool: DispatchPool,
    private readonly defaultHandler: HandlerId | undefined,
    private readonly outlet: SpanOutlet,
    private readonly relay: SpanRelay,
    private readonly signals: TaskSignals | undefined,
    private readonly contextKeys: readonly symbol[],
  ) {}

  /** The handler of a task with these options; `undefined` where Piscina finds none either. */
  findHandler(options: SubmitOptions): HandlerId | undefined {
    const file = readOwn(options, 'filename') ?? this.defaultHandler?.filename;
    const exported = readOwn(options, 'name') ?? this.defaultHandler?.name ?? this.pool.defaultName;
    if (typeof file !== 'string' || typeof exported !== 'string') return undefined;
    return { filename: toPath(file), name: exported };
  }

  run(task: unknown, options: SubmitOptions): Promise<unknown> {
    // Piscina rejects it in its own words, as it does what is not named by a string below.
    if (typeof options !== 'object' || options === null) return this.pool.run(task, options);
    const handler = this.findHandler(options);
    if (!handler) return this.pool.run(task, options);
    const submitted = readOwn(options, 'context') ?? contextApi.active();
    const observed = this.signals?.observe(handler, submitted);
    const carrier = captureContext(observed?.context ?? submitted, this.contextKeys);
    const isBare = !carrier && !observed;
    const extras: TaskExtras = observed ? [carrier, observed.id] : [carrier];
    const message = isBare ? task : toTaskMessage(task, ...extras);
    const result = this.#send(message, options, handler, isBare ? 'bare' : 'message');
    return observed ? observed.until(result, readOwn(options, 'signal') != null) : result;
  }

  /** Sends a chunk; Piscina takes it for one task. */
  async runChunk(
    chunk: Chunk<unknown>,
    budgetMillis: number,
    options: SubmitOptions,
    handler: HandlerId,
    carrier: ChunkMessage['carrier'],
  ): Promise<ChunkReply> {
    const { id, tasks, cursor } = chunk;
    const message: ChunkMessage = { id, tasks, cursor, budgetMillis, ...(carrier && { carrier }) };
    return (await this.#send(message, options, handler, 'chunk')) as ChunkReply;
  }

  #send(message: unknown, options: SubmitOptions, handler: HandlerId, form: TaskForm): Promise<unknown> {
    const isRecorded = this.outlet.isOpen();
    const name = this.#names.forTask(handler, form, isRecorded);
    const transferList = readOwn(options, 'transferList');
    const signal = readOwn(options, 'signal');
    // All that Piscina reads, so that it looks for none of it further up.
    const own = { filename: WORKER_ENTRY, name, transferList, signal } as SubmitOptions;
    const result = this.pool.run(message, own);
    this.pool.linkWorkers();
    return isRecorded || form === 'chunk' || this.signals ? this.#afterDrain(result) : result;
  }

  /** What the worker has told of a task is known, and its spans are handed over, before its result is. */
  #afterDrain(result: Promise<unknown>): Promise<unknown> {
    return result.then(
      (value) => {
        const drained = this.#drain();
        return drained ? drained.then(() => value) : value;
      },
      (error: unknown) => {
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
