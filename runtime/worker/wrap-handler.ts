import { performance } from 'node:perf_hooks';
import { types } from 'node:util';
import { context } from '@opentelemetry/api';
import { restoreContext } from '../propagation/thread-context.js';
import type { ThreadCarrier } from '../protocol/carrier.js';
import type { HandlerReference } from '../protocol/handler-reference.js';
import type { ChunkMessage, TaskMessage, TaskReport } from '../protocol/task-message.js';
import { ChunkRunner } from './chunk-runner.js';
import type { Handler } from './load-handler.js';
import type { MoveSymbols } from './moved-results.js';
import type { Recorder } from './recorder.js';
import type { Relay } from './relay.js';

function now(): number {
  return performance.timeOrigin + performance.now();
}

function toErrorReport(error: unknown): NonNullable<TaskReport['error']> {
  if (!types.isNativeError(error)) return { type: typeof error, code: undefined };
  const { code } = error as { code?: unknown };
  return { type: error.constructor.name || error.name, code: code == null ? undefined : String(code) };
}

function inContext(handler: Handler, carrier: ThreadCarrier | undefined): Handler {
  if (!carrier) return handler;
  const restored = restoreContext(carrier);
  return (task) => context.with(restored, handler, undefined, task);
}

/** Makes handlers that take what the executor sends and call the user's with what its caller gave. */
export class HandlerWrapper {
  readonly #chunks: ChunkRunner;

  constructor(
    private readonly recorder: Recorder,
    private readonly channel: Relay,
    symbols: MoveSymbols,
  ) {
    this.#chunks = new ChunkRunner(channel, symbols);
  }

  wrap(handler: Handler, { form, isRecorded }: HandlerReference): Handler {
    const run = this.#opened(handler, form);
    return (message) => {
      this.recorder.isRecording = isRecorded;
      this.#chunks.forgetReplied();
      return run(message);
    };
  }

  #opened(handler: Handler, form: HandlerReference['form']): Handler {
    switch (form) {
      case 'message':
        return (message) => this.#runMessage(handler, message as TaskMessage);
      case 'chunk':
        return (message) => {
          const chunk = message as ChunkMessage;
          return this.#chunks.run(inContext(handler, chunk.carrier), chunk);
        };
      default:
        return handler;
    }
  }

  #runMessage(handler: Handler, [task, carrier, reportId]: TaskMessage): unknown {
    const run = inContext(handler, carrier);
    return reportId === undefined ? run(task) : this.#runReported(run, task, reportId);
  }

  async #runReported(run: Handler, task: unknown, reportId: number): Promise<unknown> {
    this.channel.tell({ reportId, startedAt: now() });
    try {
      const result = await run(task);
      this.channel.tell({ reportId, endedAt: now() });
      return result;
    } catch (error) {
      this.channel.tell({ reportId, endedAt: now(), error: toErrorReport(error) });
      throw error;
    }
  }
}
