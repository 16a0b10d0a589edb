import type { Context } from '@opentelemetry/api';

/** What every executor takes with a task. */
export interface ContextOptions {
  /**
   * The context that the task runs in, in the worker; `ROOT_CONTEXT` detaches it from the caller's trace.
   * @default the active context of the call
   */
  readonly context?: Context;
}

/** What pools that load handlers by the name of a file take with a task. */
export interface HandlerTaskOptions extends ContextOptions {
  readonly filename?: string | URL | null | undefined;
  readonly name?: string | null | undefined;
  readonly transferList?: unknown;
  readonly signal?: unknown;
  readonly channel?: unknown;
}

/** Own properties only, as pools read options: a polluted prototype gives none. */
export function readOwn<Options extends object, Key extends keyof Options>(
  options: Options,
  key: Key,
): Options[Key] | undefined {
  return Object.hasOwn(options, key) ? options[key] : undefined;
}

/** As {@link readOwn}, for all. */
export function ownProperties<T extends object>(options: T): T {
  return Object.assign(Object.create(null) as T, options);
}
