import { trace } from '@opentelemetry/api';
import type { Context } from '@opentelemetry/api';
import type { TaskReport } from '../protocol/task-message.js';
import type { ThreadInfo } from '../relay/relayed-span.js';
import type { TaskOutcome, TaskTiming } from './task-outcome.js';
import type { TaskSpan } from './task-span.js';

let nextId = 1;

function now(): number {
  return performance.timeOrigin + performance.now();
}

/** One task from its submission to its outcome. */
export class ObservedTask {
  /** Unique in this thread. */
  readonly id = nextId++;
  /** The context that the task runs in. */
  readonly context: Context;
  readonly #submittedAt = now();
  #startedAt: number | undefined;
  #endedAt: number | undefined;
  #errorReport: TaskReport['error'];

  constructor(
    submitted: Context,
    private readonly span: TaskSpan | undefined,
    private readonly isRejection: (error: unknown) => boolean,
    private readonly onOutcome: (outcome: TaskOutcome, timing: TaskTiming) => void,
  ) {
    this.context = span ? trace.setSpan(submitted, span.span) : submitted;
  }

  report({ startedAt, endedAt, error }: TaskReport, thread: ThreadInfo): void {
    if (startedAt !== undefined) {
      this.#startedAt = startedAt;
      this.span?.setThread(thread);
    }
    if (endedAt !== undefined) this.#endedAt = endedAt;
    this.#errorReport ??= error;
  }

  /** Follows the task to its outcome, which passes through unchanged. */
  async until(result: Promise<unknown>, isAbortable: boolean): Promise<unknown> {
    try {
      const value = await result;
      this.#settle('completed');
      return value;
    } catch (error) {
      this.#settle(this.#toOutcome(error, isAbortable), error);
      throw error;
    }
  }

  #toOutcome(error: unknown, isAbortable: boolean): TaskOutcome {
    const hasStarted = this.#startedAt !== undefined;
    const isAbort = (error as Error | null | undefined)?.name === 'AbortError';
    if (hasStarted) return isAbort && isAbortable && !this.#endedAt ? 'aborted_while_running' : 'failed';
    if (isAbort) return 'aborted_while_queued';
    return this.isRejection(error) ? 'rejected' : 'failed';
  }

  #settle(outcome: TaskOutcome, error?: unknown): void {
    const startedAt = this.#startedAt;
    const hasError = outcome !== 'completed';
    const timing: TaskTiming = {
      waitMillis: startedAt && Math.max(0, startedAt - this.#submittedAt),
      runMillis: startedAt && Math.max(0, (this.#endedAt ?? now()) - startedAt),
    };
    this.span?.end(outcome, timing, hasError ? { error, report: this.#errorReport } : undefined);
    this.onOutcome(outcome, timing);
  }
}
