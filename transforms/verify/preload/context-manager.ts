import type { Context } from './sdk-listener.js';

/** What the API's copies keep the contexts by. */
export interface ContextManager {
  active(): Context;
  with<T>(context: Context, work: (...args: never[]) => T, self?: unknown, ...args: unknown[]): T;
}
