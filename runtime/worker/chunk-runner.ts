import { performance } from 'node:perf_hooks';
import { claimTask } from '../protocol/chunk-cursor.js';
import type { ChunkMessage, ChunkReply } from '../protocol/task-message.js';
import { estimateBytes } from '../protocol/value-size.js';
import type { Handler } from './load-handler.js';
import { MovedResults } from './moved-results.js';
import type { MoveSymbols } from './moved-results.js';
import type { Relay } from './relay.js';

/** Results that are larger than this together go to the main thread before more are made. */
const MAX_REPLY_BYTES = 262_144;

type Failure = readonly [index: number, error: unknown];

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as PromiseLike<unknown> | null | undefined)?.then === 'function';
}

/** One chunk on its way through this worker. */
class RunningChunk {
  readonly results: unknown[] = [];
  readonly failures: Failure[] = [];
  readonly #moved: MovedResults;
  #bytes = 0;

  constructor(
    readonly message: ChunkMessage,
    symbols: MoveSymbols,
  ) {
    this.#moved = new MovedResults(symbols);
  }

  /** Runs the tasks one after the other, until none is left to claim or it is time to reply. */
  async run(handler: Handler): Promise<object> {
    const { tasks, cursor, budgetMillis } = this.message;
    const startedAt = performance.now();
    let runMillis = 0;
    while (runMillis < budgetMillis && this.#bytes < MAX_REPLY_BYTES) {
      const index = claimTask(cursor);
      if (index === undefined) break;
      try {
        const returned = handler(tasks[index]);
        this.#add(isThenable(returned) ? await returned : returned);
      } catch (error) {
        this.failures.push([index, error]);
        this.results.push(undefined);
      }
      runMillis = performance.now() - startedAt;
    }
    return this.#moved.wrap({
      results: this.results,
      failures: this.failures,
      runMillis,
    } satisfies ChunkReply);
  }

  #add(returned: unknown): void {
    const result = this.#moved.unwrap(returned);
    this.#bytes += estimateBytes(result);
    this.results.push(result);
  }
}

/**
 * Runs chunks, and sees to it that a task's outcome is not lost with those of its chunk that come after it: what ends
 * this worker in the middle of a chunk, be it `process.exit()`, an uncaught error or a result that cannot be sent, has
 * the outcomes so far posted on the relay's channel.
 */
export class ChunkRunner {
  /** Those that run, and those whose reply may not have been sent. */
  #chunks = new Set<RunningChunk>();
  readonly #replied = new Set<RunningChunk>();

  constructor(
    private readonly channel: Relay,
    private readonly symbols: MoveSymbols,
  ) {
    process.on('exit', () => this.#postRemnants());
  }

  async run(handler: Handler, message: ChunkMessage): Promise<object> {
    const chunk = new RunningChunk(message, this.symbols);
    this.#chunks.add(chunk);
    const reply = await chunk.run(handler);
    this.#replied.add(chunk);
    return reply;
  }

  /** Lets go of the replies; to be called when the next task is there, for then they have been sent. */
  forgetReplied(): void {
    if (this.#replied.size === 0) return;
    for (const chunk of this.#replied) this.#chunks.delete(chunk);
    this.#replied.clear();
  }

  #postRemnants(): void {
    for (const { message, results, failures } of this.#chunks) {
      const errors = new Map(failures);
      results.forEach((result, index) => {
        const hasFailed = errors.has(index);
        const value = hasFailed ? errors.get(index) : result;
        this.channel.tell({ chunkId: message.id, index, hasFailed, value });
      });
    }
  }
}
