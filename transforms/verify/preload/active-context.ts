import type { Context } from './sdk-listener.js';

/** What the API's copies keep the contexts by. */
export interface ContextManager {
  active(): Context;
  with<T>(context: Context, work: (...args: never[]) => T, self?: unknown, ...args: unknown[]): T;
}

/** The context manager that is registered now, whichever copy of the API has registered it. */
export function findContextManager(): ContextManager | undefined {
  const store = (globalThis as Record<symbol, unknown>)[Symbol.for('opentelemetry.js.api.1')];
  return (store as { readonly context?: ContextManager } | undefined)?.context;
}
