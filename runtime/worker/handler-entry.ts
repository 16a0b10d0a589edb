import { decodeHandler } from '../protocol/handler-reference.js';
import type { HandlerReference } from '../protocol/handler-reference.js';
import type { Handler } from './load-handler.js';
import type { MoveSymbols } from './moved-results.js';
import { setUpTracing } from './tracing.js';
import { HandlerWrapper } from './wrap-handler.js';

/** How a pool's worker loads a handler. */
export interface HandlerLoader {
  /**
   * @returns `undefined` where the module has no such handler.
   * @throws what the module throws when it is loaded.
   */
  load(filename: string, name: string): Promise<Handler | undefined>;
  /** The pool's own words where a module has no such handler. */
  toMissingMessage(filename: string, name: string): string;
  readonly moveSymbols: MoveSymbols;
}

class HandlerEntry {
  readonly #wrapper: HandlerWrapper;

  constructor(private readonly loader: HandlerLoader) {
    const { recorder, channel } = setUpTracing();
    this.#wrapper = new HandlerWrapper(recorder, channel, loader.moveSymbols);
  }

  /** Pools take a rejection here for a reason to look elsewhere, so the error comes out of the handler instead. */
  resolve(reference: HandlerReference): Promise<unknown> {
    if (reference.form === 'startup') return this.#loadAtStartup(reference);
    return this.#loadForTask(reference).catch((error: unknown) => this.#retryLater(reference, error));
  }

  async #loadForTask(reference: HandlerReference): Promise<Handler> {
    const { filename, name } = reference;
    const handler = await this.loader.load(filename, name);
    if (!handler) throw new Error(this.loader.toMissingMessage(filename, name));
    return this.#wrapper.wrap(handler, reference);
  }

  /** A handler that fails as its file did, once; with the next task the file is loaded again, as pools do. */
  #retryLater(reference: HandlerReference, error: unknown): Handler {
    let failure: { error: unknown } | undefined = { error };
    return async (message) => {
      const first = failure;
      failure = undefined;
      if (first) throw first.error;
      return (await this.#loadForTask(reference))(message);
    };
  }

  /** Pools tell of a file that cannot be loaded at start-up by an uncaught error, and so do we. */
  #loadAtStartup({ filename, name }: HandlerReference): Promise<unknown> {
    return this.loader.load(filename, name).catch((error: unknown) => {
      queueMicrotask(() => {
        throw error;
      });
      return new Promise(() => {});
    });
  }
}

/**
 * What a pool loads instead of the user's file. It asks this module for an export by the task's name; the name is a
 * {@link HandlerReference}, and the answer the user's handler, set into the context of whoever submitted the task.
 */
export function createHandlerEntry(loader: HandlerLoader): Record<string, unknown> {
  const entry = new HandlerEntry(loader);
  return new Proxy<Record<string, unknown>>(
    {},
    {
      get(_target, key) {
        if (key === '__esModule') return true;
        const reference = typeof key === 'string' ? decodeHandler(key) : undefined;
        return reference && entry.resolve(reference);
      },
    },
  );
}
