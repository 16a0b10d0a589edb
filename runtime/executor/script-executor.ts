import { join } from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import { context as contextApi, diag } from '@opentelemetry/api';
import type { Context } from '@opentelemetry/api';
import { captureContext } from '../propagation/thread-context.js';
import { shareMessageCounters } from '../protocol/message-counters.js';
import { sealHead } from '../protocol/task-envelope.js';
import type { TaskHead } from '../protocol/task-envelope.js';
import { SpanOutlet } from '../relay/span-outlet.js';
import { SpanRelay } from '../relay/span-relay.js';
import { isThread } from '../relay/worker-link.js';
import type { PoolWorker } from '../relay/worker-link.js';
import type { RelayOptions } from '../tracing-options.js';
import { onReceive, wrapSent } from './sent-messages.js';

/** What workers start instead of the user's script, which comes as their first argument. */
export const SCRIPT_ENTRY = join(__dirname, '..', 'worker', 'script.js');

/** Where a worker listens. */
type WorkerPort = Pick<MessagePort, 'postMessage'>;

/** What traces a pool whose workers run the user's script: propagation and relay. */
export class ScriptExecutor {
  readonly #outlet: SpanOutlet;
  readonly #relay: SpanRelay;
  readonly #contextKeys: readonly symbol[];
  readonly #adopted = new WeakSet<PoolWorker>();
  readonly #workers = new Map<PoolWorker, WorkerPort | undefined>();
  /** Whether all workers know that nobody takes their spans, or that somebody does. */
  #toldRecorded: boolean;
  /** Whether a new worker knows it from the start. */
  #isToldAtStart = false;

  constructor({ spanProcessor, contextKeys = [] }: RelayOptions) {
    this.#contextKeys = contextKeys;
    this.#outlet = new SpanOutlet(spanProcessor);
    this.#relay = new SpanRelay(this.#outlet, shareMessageCounters(), () => {});
    this.#toldRecorded = this.#outlet.isOpen();
  }

  /** What goes with a task that is submitted in the given context; `undefined` where nothing needs to. */
  head(context: Context = contextApi.active()): TaskHead | undefined {
    const isRecorded = this.#outlet.isOpen();
    const carrier = captureContext(context, this.#contextKeys);
    if (isRecorded !== this.#toldRecorded) this.#tellRecorded(isRecorded);
    return carrier === undefined ? undefined : [carrier, isRecorded];
  }

  /** What a worker finds when it starts that is made now. */
  startHead(): TaskHead {
    this.#isToldAtStart = true;
    this.#toldRecorded = this.#outlet.isOpen();
    return [captureContext(contextApi.active(), this.#contextKeys) ?? null, this.#toldRecorded];
  }

  /**
   * Takes a new worker on: opens its relay, has its messages sent as `wrap` gives them, and sees to it that spans are
   * handed over before what comes after them. Must run before the worker is sent a task. Once for each worker.
   *
   * @param port where the worker listens, if not to what it is sent itself.
   */
  adopt(worker: PoolWorker, wrap: (message: unknown) => unknown, port?: WorkerPort): void {
    if (this.#adopted.has(worker)) return;
    this.#adopted.add(worker);
    this.#workers.set(worker, port);
    worker.once('exit', () => this.#workers.delete(worker));
    this.#relay.link([worker]);
    onReceive(worker, () => this.drain());
    if (!this.#toldRecorded && !this.#isToldAtStart) this.#tell(worker, port, false);
    wrapSent(worker, wrap);
  }

  /** Hands over, now, all spans that the workers have posted. */
  drain(): Promise<void> | undefined {
    try {
      return this.#relay.drain();
    } catch (error) {
      diag.error('traced-pool: spans of a worker could not be handed over', error);
      return undefined;
    }
  }

  /** As a result is: after the spans that came before it. */
  async afterSpans<T>(result: Promise<T>): Promise<T> {
    try {
      return await result;
    } finally {
      await this.drain();
    }
  }

  /** Resolves when the last span of the workers that are going has been handed over. */
  settle(living: readonly PoolWorker[] = []): Promise<void> {
    return this.#relay.settle(living);
  }

  /** How many spans have been handed to the application's processors, and how many were lost. */
  get relayedSpans(): { readonly handedOver: number; readonly dropped: number } {
    return { handedOver: this.#outlet.handedOverCount, dropped: this.#outlet.droppedCount };
  }

  #tellRecorded(isRecorded: boolean): void {
    this.#toldRecorded = isRecorded;
    for (const [worker, port] of this.#workers) this.#tell(worker, port, isRecorded);
  }

  #tell(worker: PoolWorker, port: WorkerPort | undefined, isRecorded: boolean): void {
    const message = sealHead([null, isRecorded]);
    if (isThread(worker)) (port ?? worker).postMessage(message);
    else if (worker.connected) worker.send(message, () => {});
  }
}
