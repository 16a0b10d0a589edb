import { basename, extname } from 'node:path';
import type { Context } from '@opentelemetry/api';
import type { TracingOptions } from '../tracing-options.js';
import type { HandlerId } from '../protocol/handler-reference.js';
import type { TaskReport } from '../protocol/task-message.js';
import type { ThreadInfo } from '../relay/relayed-span.js';
import { ExecutorMetrics } from './executor-metrics.js';
import type { ReadGauges } from './executor-metrics.js';
import { ObservedTask } from './observed-task.js';
import { startTaskSpan } from './task-span.js';

/** The optional signals of one executor: a span a task, and measurements. */
export class TaskSignals {
  readonly #tasks = new Map<number, ObservedTask>();

  constructor(
    private readonly hasTaskSpans: boolean,
    private readonly metrics: ExecutorMetrics | undefined,
    /** Whether the pool had no place for a task that failed so. */
    private readonly isRejection: (error: unknown) => boolean,
  ) {}

  /** Begins to observe a task that is submitted in the given context. */
  observe(handler: HandlerId, context: Context): ObservedTask {
    const span = this.hasTaskSpans ? startTaskSpan(handler, context) : undefined;
    const task: ObservedTask = new ObservedTask(context, span, this.isRejection, (outcome, timing) => {
      this.#tasks.delete(task.id);
      this.metrics?.record(handler, outcome, timing);
    });
    this.#tasks.set(task.id, task);
    return task;
  }

  /** To be called with what workers report. */
  report(report: TaskReport, thread: ThreadInfo): void {
    this.#tasks.get(report.reportId)?.report(report, thread);
  }
}

/** The signals that the options ask for; `undefined` where they ask for none. */
export function createTaskSignals(
  { taskSpans = false, metrics = false, name }: TracingOptions,
  filename: string,
  isRejection: (error: unknown) => boolean,
  readGauges: ReadGauges,
): TaskSignals | undefined {
  if (!taskSpans && !metrics) return undefined;
  const ownName = name ?? basename(filename, extname(filename));
  return new TaskSignals(
    taskSpans,
    metrics ? new ExecutorMetrics(ownName, readGauges) : undefined,
    isRejection,
  );
}
