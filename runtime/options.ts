import type { Context } from '@opentelemetry/api';
import type { Piscina } from 'piscina';

/** What takes the spans of the workers: the one method of the SDK's `SpanProcessor`, of any line, that is called. */
export interface SpanSink {
  onEnd(span: never): void;
}

/** How an executor traces; everything is optional. */
export interface TracingOptions {
  /**
   * Takes the spans of the workers, each once, when it has ended: `onEnd` is called, `onStart` never is.
   * @default the processors of the registered tracer provider
   */
  readonly spanProcessor?: SpanSink;
}

export type PiscinaOptions = NonNullable<ConstructorParameters<typeof Piscina>[0]>;

/** Piscina's options, and ours under one key. */
export interface ExecutorOptions extends PiscinaOptions {
  readonly tracing?: TracingOptions;
}

type RunOptions = NonNullable<Parameters<Piscina['run']>[1]>;

/** Piscina's run options, and the context to run in. */
export interface SubmitOptions extends RunOptions {
  /**
   * The context that the task runs in, in the worker; `ROOT_CONTEXT` detaches it from the caller's trace.
   * @default the active context of the call
   */
  readonly context?: Context;
}
