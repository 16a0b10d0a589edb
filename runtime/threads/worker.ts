import type { Worker as NodeWorker } from 'node:worker_threads';
import { context as contextApi } from '@opentelemetry/api';
import type { Context } from '@opentelemetry/api';
import { Worker } from 'threads';
import { ScriptExecutor } from '../executor/script-executor.js';
import { sealMessage } from '../protocol/task-envelope.js';
import { resolveScript } from './script.js';
import { checkTracingOptions } from '../tracing-options.js';
import type { RelayOptions } from '../tracing-options.js';

/** Threads.js's options of a worker, and ours under one key. */
export type TracedWorkerOptions = NonNullable<ConstructorParameters<typeof Worker>[1]> & {
  readonly tracing?: RelayOptions;
};
/** What threads.js sends and receives: `src/types/messages.ts` of 1.7. */
interface ThreadsMessage {
  readonly type?: string;
  readonly uid?: number;
  readonly complete?: boolean;
}

/**
 * A `Worker` of threads.js's: what its thread's functions are called for runs, in the worker, in the caller's context,
 * what comes of it is told in that context as well, and the worker's spans come out of the application's own span
 * processors, each once. All else is threads.js's. Worker files stay as they are; a worker from source text
 * (`fromSource`, `BlobWorker`) is not traced.
 */
export class TracedWorker extends Worker {
  readonly #executor: ScriptExecutor;
  readonly #contexts = new Map<number, Context>();

  /** @throws what threads.js throws; TypeError for an option under `tracing` that is not of its type. */
  constructor(script: string, options: TracedWorkerOptions = {}) {
    const { tracing = {}, ...rest } = options;
    checkTracingOptions(tracing);
    const executor = new ScriptExecutor(tracing);
    const { fromSource, argv = [] } = rest as { fromSource?: boolean; argv?: readonly string[] };
    if (fromSource) super(script, rest);
    // Threads.js looks for it where this file is.
    else
      super('../worker/threads.js', {
        ...rest,
        argv: [resolveScript(script, [__filename]), ...argv],
      } as typeof rest);
    this.#executor = executor;
    if (fromSource) return;
    executor.adopt(this.#native, (message) => {
      const { type, uid } = (message ?? {}) as ThreadsMessage;
      if (type !== 'run' || uid === undefined) return message;
      this.#contexts.set(uid, contextApi.active());
      const head = executor.head();
      return head ? sealMessage(head, message) : message;
    });
  }

  /** How many spans of this worker have been handed to the application's processors, and how many were lost. */
  get relayedSpans(): { readonly handedOver: number; readonly dropped: number } {
    return this.#executor.relayedSpans;
  }

  /** As threads.js's; resolves after the last span of the worker has been handed over. */
  override async terminate(): Promise<number> {
    const exitCode = (await super.terminate()) as number;
    await this.#executor.settle();
    return exitCode;
  }

  /** Node.js's own: tells of what comes from the worker, in the context of the call that it answers. */
  emit(event: string, message: unknown, ...rest: unknown[]): boolean {
    const emit = (): boolean =>
      Reflect.apply(super['emit' as never] as never, this, [event, message, ...rest]) as boolean;
    const context = event === 'message' ? this.#contextOf(message) : undefined;
    return context ? contextApi.with(context, emit) : emit();
  }

  get #native(): NodeWorker {
    return this as unknown as NodeWorker;
  }

  #contextOf(message: unknown): Context | undefined {
    const { type, uid, complete } = (message ?? {}) as ThreadsMessage;
    if (uid === undefined) return undefined;
    const context = this.#contexts.get(uid);
    if (type === 'error' || complete) this.#contexts.delete(uid);
    return context;
  }
}
