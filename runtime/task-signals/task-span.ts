import { basename, extname } from 'node:path';
import { types } from 'node:util';
import { SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Attributes, Context, Span } from '@opentelemetry/api';
import type { HandlerId } from '../protocol/handler-reference.js';
import type { TaskReport } from '../protocol/task-message.js';
import { toThreadAttributes } from '../relay/relayed-span.js';
import type { ThreadInfo } from '../relay/relayed-span.js';
import { SCOPE_NAME, SCOPE_VERSION } from '../scope.js';
import type { TaskOutcome, TaskTiming } from './task-outcome.js';

// Semantic conventions have nothing for worker pools (November 2026).
const OUTCOME = 'traced_pool.task.outcome';
const WAIT_DURATION = 'traced_pool.task.wait.duration';
const RUN_DURATION = 'traced_pool.task.run.duration';

interface TaskError {
  readonly error: unknown;
  readonly report: TaskReport['error'];
}

/** A file's default export has no name of its own. */
function toSpanName({ filename, name }: HandlerId): string {
  return name === 'default' ? basename(filename, extname(filename)) : name;
}

function toSeconds(millis: number): number {
  return millis / 1000;
}

/** A span around one task, from its submission to its outcome. */
export class TaskSpan {
  constructor(readonly span: Span) {}

  setThread(thread: ThreadInfo): void {
    this.span.setAttributes(toThreadAttributes(thread));
  }

  end(outcome: TaskOutcome, { waitMillis, runMillis }: TaskTiming, failure: TaskError | undefined): void {
    const attributes: Attributes = { [OUTCOME]: outcome };
    if (waitMillis !== undefined) attributes[WAIT_DURATION] = toSeconds(waitMillis);
    if (runMillis !== undefined) attributes[RUN_DURATION] = toSeconds(runMillis);
    this.span.setAttributes(attributes);
    if (failure) this.#setError(failure);
    this.span.end();
  }

  /** The class and code are those of the handler's error: the copy that reaches this thread has lost them. */
  #setError({ error, report }: TaskError): void {
    const { name, message, stack } = types.isNativeError(error) ? error : new Error(String(error));
    const type = report?.type ?? name;
    this.span.setAttribute('error.type', report?.code ?? type);
    this.span.recordException({ name: type, message, ...(stack !== undefined && { stack }) });
    this.span.setStatus({ code: SpanStatusCode.ERROR, message });
  }
}

/** Starts the span of a task: INTERNAL, in the scope of this package, by the application's own tracer provider. */
export function startTaskSpan(handler: HandlerId, context: Context): TaskSpan {
  const tracer = trace.getTracer(SCOPE_NAME, SCOPE_VERSION);
  const attributes = { 'code.function.name': handler.name, 'code.file.path': handler.filename };
  return new TaskSpan(
    tracer.startSpan(toSpanName(handler), { kind: SpanKind.INTERNAL, attributes }, context),
  );
}
