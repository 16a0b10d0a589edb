import { BroadcastChannel } from 'node:worker_threads';
import type { MessagePort, WorkerOptions } from 'node:worker_threads';
import { context as contextApi } from '@opentelemetry/api';
import type { ScriptExecutor } from '../executor/script-executor.js';
import { recordedChannelName } from '../protocol/start-head.js';
import { checkTracingOptions } from '../tracing-options.js';
import type { RelayOptions } from '../tracing-options.js';
import { openReply, sealInjected } from './channel-messages.js';
import { createExecutor } from './create-executor.js';
import { StartedWorker } from './started-worker.js';
import { toTracedStart } from './worker-start.js';

/** Node.js's options of a worker, and ours under one key. */
export interface TracedWorkerOptions extends WorkerOptions {
  readonly tracing?: RelayOptions;
}

/**
 * A `Worker` of `node:worker_threads` whose spans come out of the application's own span processors, each once. It starts
 * in the context that is active here; messages that `inject` has given a context are received within it, at either end
 * and by whatever listener. All else is Node.js's: `workerData`, `argv`, `env`, events, `eval`.
 */
export class TracedWorker extends StartedWorker {
  readonly #executor: ScriptExecutor;

  /** @throws what Node.js throws; TypeError for an option under `tracing` that is not of its type. */
  constructor(filename: string | URL, options?: TracedWorkerOptions) {
    const { tracing = {}, ...others } = options ?? {};
    checkTracingOptions(tracing);
    const executor = createExecutor(tracing);
    const given = options?.tracing === undefined ? options : others;
    const start = toTracedStart(filename, given);
    super(start ?? { filename, options: given }, start && executor.startHead());
    this.#executor = executor;
    if (!start) return;
    executor.adopt(this, (message) => sealInjected(executor, message), this.#createRecordedPort());
  }

  /** How many spans of this worker have been handed to the application's processors, and how many were lost. */
  get relayedSpans(): { readonly handedOver: number; readonly dropped: number } {
    return this.#executor.relayedSpans;
  }

  /** As Node.js's; resolves after the last span of the worker has been handed over. */
  override async terminate(): Promise<number> {
    const exitCode = await super.terminate();
    await this.#executor.settle();
    return exitCode;
  }

  /** Node.js's own: tells of a reply in the context that it was injected with. */
  override emit(event: string | symbol, ...args: unknown[]): boolean {
    const emit = (given: readonly unknown[]): boolean =>
      Reflect.apply(super.emit as (...all: unknown[]) => boolean, this, [event, ...given]);
    const reply = event === 'message' ? openReply(args[0]) : undefined;
    return reply ? contextApi.with(reply.context, emit, undefined, [reply.message]) : emit(args);
  }

  /** Apart from the application's messages, which a worker may read in whatever way. */
  #createRecordedPort(): Pick<MessagePort, 'postMessage'> {
    const name = recordedChannelName(this.threadId);
    return {
      postMessage: (message) => {
        const channel = new BroadcastChannel(name);
        channel.postMessage(message);
        channel.close();
      },
    };
  }
}
