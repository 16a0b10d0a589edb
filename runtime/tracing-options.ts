import { inspect } from 'node:util';

/** What takes the spans of the workers: the methods of the SDK's `SpanProcessor`, of any line, that are called. */
export interface SpanSink {
  onEnd(span: never): void;
  /** Called after some hundreds of spans; those that follow wait for it, a second at most. */
  forceFlush?(): Promise<void>;
}

/** How any executor traces; everything is optional. */
export interface RelayOptions {
  /**
   * Takes the spans of the workers, each once, when it has ended: `onEnd` is called, `onStart` never is.
   * @default the processors of the registered tracer provider
   */
  readonly spanProcessor?: SpanSink;
  /**
   * Further keys of the context whose values go with a task, each made by `createContextKey()`. Values are copied as
   * `structuredClone()` does; one that cannot be stays behind, and `diag` is told.
   * @default none: the span context, the baggage and `suppressTracing` go in any case
   */
  readonly contextKeys?: readonly symbol[];
}

/** How an executor traces whose workers load handlers by the name of a file; everything is optional. */
export interface TracingOptions extends RelayOptions {
  /**
   * Whether each task gets a span of its own, INTERNAL, from its submission to its outcome, which the handler's spans
   * are children of: named after the handler, with `thread.id`, `thread.name`, `code.function.name`, `code.file.path`,
   * `traced_pool.task.wait.duration` and `.run.duration` in seconds, and `traced_pool.task.outcome`: `completed`,
   * `failed`, `rejected`, `aborted_while_queued` or `aborted_while_running`. Costs two messages a task.
   * @default false
   */
  readonly taskSpans?: boolean;
  /**
   * Whether the executor measures itself, as `traced_pool.executor.*`, by the registered meter provider: `queue.size`,
   * `thread.count`, `thread.limit`, `task.wait.duration`, `task.run.duration`, `task.completed`, `task.rejected`,
   * `span.dropped`. Costs two messages a task.
   * @default false
   */
  readonly metrics?: boolean;
  /**
   * What metrics call this executor, in `traced_pool.executor.name`.
   * @default the name of the pool's worker file, or `piscina`
   */
  readonly name?: string;
}

function isContextKey(value: unknown): boolean {
  return typeof value === 'symbol' && Symbol.keyFor(value) !== undefined;
}

/** @throws TypeError for an option that is not of its type. */
export function checkTracingOptions(tracing: TracingOptions): void {
  if (typeof tracing !== 'object' || tracing === null)
    throw new TypeError(`options.tracing must be an object; received ${inspect(tracing)}`);
  const { spanProcessor, contextKeys, taskSpans, metrics, name } = tracing;
  const check = (option: string, isRight: boolean, expected: string, value: unknown): void => {
    if (value !== undefined && !isRight)
      throw new TypeError(`options.tracing.${option} must be ${expected}; received ${inspect(value)}`);
  };
  const areKeys = Array.isArray(contextKeys) && contextKeys.every(isContextKey);
  check('spanProcessor', typeof spanProcessor?.onEnd === 'function', 'a span processor', spanProcessor);
  check('contextKeys', areKeys, 'a list of keys made by createContextKey()', contextKeys);
  check('taskSpans', typeof taskSpans === 'boolean', 'a boolean', taskSpans);
  check('metrics', typeof metrics === 'boolean', 'a boolean', metrics);
  check('name', typeof name === 'string', 'a string', name);
}
