import { context as contextApi } from '@opentelemetry/api';
import { AdaptiveChunkSizer, FixedChunkSizer } from './map/chunk-sizer.js';
import type { ChunkSizer } from './map/chunk-sizer.js';
import type { Chunk } from './map/chunk.js';
import { ChunkedRun } from './map/chunked-run.js';
import type { ActiveRun, ChunkTransport, OutcomeListener } from './map/chunked-run.js';
import { CollectedResults } from './map/collected-results.js';
import type { MapIterableOptions, MapOptions } from './map/map-options.js';
import { OrderedResults } from './map/ordered-results.js';
import { sendApart } from './map/send-apart.js';
import type { SubmitOptions } from './options.js';
import type { PiscinaDispatch } from './piscina-dispatch.js';
import { captureContext } from './propagation.js';
import type { HandlerId } from './protocol/handler-reference.js';
import type { ChunkRemnant, ChunkReply } from './protocol/task-message.js';
import { isMoved } from './task-message.js';

const MAX_SIZERS = 1000;

/** What `map` needs of the executor. */
export interface MapPool<Task, Result> {
  submit(task: Task, options: SubmitOptions): Promise<Result>;
  /** How many tasks run at once. */
  readonly workerCount: number;
  /** Whether the pool is being closed or destroyed. */
  readonly isClosing: boolean;
  /** Whether tasks may travel together: nobody but us and Piscina has a say in when each is sent. */
  readonly mayGroup: boolean;
}

/** A call of `map` or `mapIterable`. */
interface MapCall<Task, Result> {
  readonly transport: ChunkTransport<Task, Result>;
  readonly sizer: ChunkSizer;
}

/** `map` and `mapIterable` on Piscina. */
export class PiscinaMap<Task, Result> {
  /** The runs that have tasks which are not done. */
  readonly activeRuns = new Set<ActiveRun>();
  /** How many tasks have ended besides those that Piscina has counted, for which a chunk is one. */
  groupedCount = 0;
  readonly #chunks = new Map<number, Chunk<unknown>>();
  readonly #sizers = new Map<string, AdaptiveChunkSizer>();

  constructor(
    private readonly pool: MapPool<Task, Result>,
    private readonly dispatch: PiscinaDispatch,
    private readonly contextKeys: readonly symbol[],
  ) {}

  all(tasks: readonly Task[], options: MapOptions): Promise<Result[]> {
    const { concurrency = Infinity, stopOnError = false, ...rest } = options;
    // What Piscina has in its queue cannot be cancelled.
    const call = this.#createCall(rest, stopOnError ? this.pool.workerCount * 2 : Infinity);
    const results = new CollectedResults<Result>(tasks.length, () => {
      if (stopOnError) run.cancel();
    });
    const run = this.#createRun(call, concurrency, (index, outcome) => results.add(index, outcome));
    run.add(tasks);
    return results.promise;
  }

  inOrder(
    tasks: Iterable<Task> | AsyncIterable<Task>,
    options: MapIterableOptions,
  ): AsyncIterableIterator<Result> {
    const { concurrency } = options;
    const { workerCount } = this.pool;
    const call = this.#createCall(options, workerCount * 2);
    // Twice what the pool is given, so that a task that takes longer than those after it does not keep workers idle.
    const window = () => concurrency ?? workerCount * 4 * call.sizer.next(Infinity, 1);
    const createRun = (onOutcome: OutcomeListener<Result>) =>
      this.#createRun(call, concurrency ?? Infinity, onOutcome);
    return new OrderedResults(tasks, window, createRun, options.context ?? contextApi.active());
  }

  /** Resolves when Piscina has nothing left of cancelled runs, or the time is up; `undefined` where it has nothing. */
  leftOver(timeoutMillis: number): Promise<unknown> | undefined {
    const left = [...this.activeRuns].flatMap((run) => run.leftOver ?? []);
    if (left.length === 0) return undefined;
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise((resolve) => (timer = setTimeout(resolve, timeoutMillis).unref()));
    return Promise.race([Promise.all(left), timeout]).finally(() => clearTimeout(timer));
  }

  /** To be called with what a dying worker told. */
  keepRemnant(remnant: ChunkRemnant): void {
    this.#chunks.get(remnant.chunkId)?.remnants.set(remnant.index, remnant);
  }

  #createRun(
    { transport, sizer }: MapCall<Task, Result>,
    concurrency: number,
    onOutcome: OutcomeListener<Result>,
  ): ChunkedRun<Task, Result> {
    return new ChunkedRun(transport, sizer, concurrency, onOutcome, this.activeRuns);
  }

  /** @param maxApartCount how many tasks that travel alone the pool is given at once. */
  #createCall(options: MapIterableOptions, maxApartCount: number): MapCall<Task, Result> {
    const { concurrency: _concurrency, chunkSize = 'auto', context, ...rest } = options;
    const submitted = context ?? contextApi.active();
    const handler = this.dispatch.findHandler(rest);
    const workerCount = this.pool.workerCount;
    const isFinal = (error: unknown): boolean =>
      this.pool.isClosing || (error as Error | null | undefined)?.name === 'AbortError';
    const submit = (task: Task) => this.pool.submit(task, { ...rest, context: submitted });
    const isGrouped = this.pool.mayGroup && handler !== undefined && rest.transferList == null;
    if (!isGrouped) {
      const send = (chunk: Chunk<Task>) => sendApart(chunk, submit);
      const transport = { workerCount, maxChunkCount: maxApartCount, send, isFinal };
      return { transport, sizer: new FixedChunkSizer(1) };
    }
    const carrier = captureContext(submitted, this.contextKeys);
    const send = (chunk: Chunk<Task>, budgetMillis: number): Promise<ChunkReply<Result>> => {
      if (chunk.tasks.some(isMoved)) return sendApart(chunk, submit);
      this.#chunks.set(chunk.id, chunk);
      return this.#sendGrouped(chunk, () =>
        this.dispatch.runChunk(chunk, budgetMillis, rest, handler, carrier),
      );
    };
    const transport = { workerCount, maxChunkCount: workerCount * 2, send, isFinal };
    return {
      transport,
      sizer: chunkSize === 'auto' ? this.#sizerOf(handler) : new FixedChunkSizer(chunkSize),
    };
  }

  async #sendGrouped(chunk: Chunk<Task>, send: () => Promise<ChunkReply>): Promise<ChunkReply<Result>> {
    this.#chunks.set(chunk.id, chunk);
    try {
      const reply = (await send()) as ChunkReply<Result>;
      this.groupedCount += reply.results.length - 1;
      return reply;
    } finally {
      this.#chunks.delete(chunk.id);
    }
  }

  /** What is known of a handler's run time outlasts the call. */
  #sizerOf({ filename, name }: HandlerId): AdaptiveChunkSizer {
    const key = JSON.stringify([filename, name]);
    let sizer = this.#sizers.get(key);
    if (!sizer) {
      if (this.#sizers.size >= MAX_SIZERS) this.#sizers.clear();
      this.#sizers.set(key, (sizer = new AdaptiveChunkSizer()));
    }
    return sizer;
  }
}
