import { context as contextApi } from '@opentelemetry/api';
import { AdaptiveChunkSizer, FixedChunkSizer } from '../map/chunk-sizer.js';
import type { Chunk } from '../map/chunk.js';
import type { GroupControls, MapControls, MapIterableControls } from '../map/map-options.js';
import { createApartCall, PoolMap } from '../map/pool-map.js';
import type { MapCall } from '../map/pool-map.js';
import { sendApart } from '../map/send-apart.js';
import { captureContext } from '../propagation/thread-context.js';
import type { HandlerId } from '../protocol/handler-reference.js';
import type { ChunkRemnant, ChunkReply } from '../protocol/task-message.js';
import type { HandlerDispatch } from './handler-dispatch.js';
import type { HandlerTaskOptions } from './task-options.js';
import type { TaskPacker } from './task-packer.js';

const MAX_SIZERS = 1000;

/** What `map` needs of the executor. */
export interface MapPool<Task, Result> {
  submit(task: Task, options: HandlerTaskOptions): Promise<Result>;
  /** How many tasks run at once. */
  readonly workerCount: number;
  /** Whether the pool is being closed or destroyed. */
  readonly isClosing: boolean;
  /** Whether tasks may travel together: nobody but us and the pool has a say in when each is sent. */
  readonly mayGroup: boolean;
}

type IterableOptions = HandlerTaskOptions & MapIterableControls & GroupControls;

/** `map` and `mapIterable` on a pool that loads handlers by the name of a file. */
export class HandlerMap<Task, Result> {
  /** How many tasks have ended besides those that the pool has counted, for which a chunk is one. */
  groupedCount = 0;
  readonly #map = new PoolMap<Task, Result>();
  readonly #chunks = new Map<number, Chunk<unknown>>();
  readonly #sizers = new Map<string, AdaptiveChunkSizer>();

  constructor(
    private readonly pool: MapPool<Task, Result>,
    private readonly dispatch: HandlerDispatch,
    private readonly packer: TaskPacker,
    private readonly contextKeys: readonly symbol[],
  ) {}

  get activeRuns(): PoolMap<Task, Result>['activeRuns'] {
    return this.#map.activeRuns;
  }

  all(tasks: readonly Task[], options: IterableOptions & MapControls): Promise<Result[]> {
    const { stopOnError: _stopOnError, ...rest } = options;
    const createCall = (maxApartCount: number) => this.#createCall(rest, maxApartCount);
    return this.#map.all(tasks, options, createCall, this.pool.workerCount);
  }

  inOrder(
    tasks: Iterable<Task> | AsyncIterable<Task>,
    options: IterableOptions,
  ): AsyncIterableIterator<Result> {
    const createCall = (maxApartCount: number) => this.#createCall(options, maxApartCount);
    return this.#map.inOrder(tasks, options, createCall, this.pool.workerCount);
  }

  /** See {@link PoolMap.leftOver}. */
  leftOver(timeoutMillis: number): Promise<unknown> | undefined {
    return this.#map.leftOver(timeoutMillis);
  }

  /** To be called with what a dying worker told. */
  keepRemnant(remnant: ChunkRemnant): void {
    this.#chunks.get(remnant.chunkId)?.remnants.set(remnant.index, remnant);
  }

  /** @param maxApartCount how many tasks that travel alone the pool is given at once. */
  #createCall(options: IterableOptions, maxApartCount: number): MapCall<Task, Result> {
    const { concurrency: _concurrency, chunkSize = 'auto', context, ...rest } = options;
    const submitted = context ?? contextApi.active();
    const handler = this.dispatch.findHandler(rest);
    const { workerCount } = this.pool;
    const isFinal = (error: unknown): boolean =>
      this.pool.isClosing || (error as Error | null | undefined)?.name === 'AbortError';
    const submit = (task: Task) => this.pool.submit(task, { ...rest, context: submitted });
    const isGrouped = this.pool.mayGroup && handler !== undefined && rest.transferList == null;
    if (!isGrouped) return createApartCall({ submit, workerCount, isFinal }, submitted, maxApartCount);
    const carrier = captureContext(submitted, this.contextKeys);
    const send = (chunk: Chunk<Task>, budgetMillis: number): Promise<ChunkReply<Result>> => {
      if (chunk.tasks.some((task) => this.packer.isMoved(task))) return sendApart(chunk, submit);
      return this.#sendGrouped(chunk, () =>
        this.dispatch.runChunk(chunk, budgetMillis, rest, handler, carrier),
      );
    };
    const transport = { workerCount, maxChunkCount: workerCount * 2, send, isFinal };
    const sizer = chunkSize === 'auto' ? this.#sizerOf(handler) : new FixedChunkSizer(chunkSize);
    return { transport, sizer, context: submitted };
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
