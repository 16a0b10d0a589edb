import type { Context } from './active-span.js';

/** What the API's copies keep the contexts by. */
export interface ContextManager {
  active(): Context;
  with<T>(context: Context, work: (...args: never[]) => T, self?: unknown, ...args: unknown[]): T;
}
