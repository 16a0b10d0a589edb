import { decodeHandler } from '../protocol/handler-reference.js';
import type { HandlerReference } from '../protocol/handler-reference.js';
import { loadHandler } from './load-handler.js';
import type { Handler } from './load-handler.js';
import { setUpTracing } from './tracing.js';
import { HandlerWrapper } from './wrap-handler.js';

const { recorder, channel } = setUpTracing();
const wrapper = new HandlerWrapper(recorder, channel);

async function loadForTask(reference: HandlerReference): Promise<Handler> {
  const { filename, name } = reference;
  const handler = await loadHandler(filename, name);
  if (!handler) throw new Error(`No handler function exported from ${filename}`);
  return wrapper.wrap(handler, reference);
}

/** A handler that fails as its file did, once; with the next task the file is loaded again, as Piscina does. */
function retryLater(reference: HandlerReference, error: unknown): Handler {
  let failure: { error: unknown } | undefined = { error };
  return async (message) => {
    const first = failure;
    failure = undefined;
    if (first) throw first.error;
    return (await loadForTask(reference))(message);
  };
}

/** Piscina tells of a file that cannot be loaded at start-up by an uncaught error, and so do we. */
function loadAtStartup({ filename, name }: HandlerReference): Promise<unknown> {
  return loadHandler(filename, name).catch((error: unknown) => {
    queueMicrotask(() => {
      throw error;
    });
    return new Promise(() => {});
  });
}

/** Piscina takes a rejection here for a reason to look elsewhere, so the error comes out of the handler instead. */
function resolve(reference: HandlerReference): Promise<unknown> {
  if (reference.form === 'startup') return loadAtStartup(reference);
  return loadForTask(reference).catch((error: unknown) => retryLater(reference, error));
}

/**
 * What Piscina loads instead of the user's file. It asks this module for an export by the task's name; the name is a
 * {@link HandlerReference}, and the answer the user's handler, set into the context of whoever submitted the task.
 */
export = new Proxy<Record<string, unknown>>(
  {},
  {
    get(_target, key) {
      if (key === '__esModule') return true;
      const reference = typeof key === 'string' ? decodeHandler(key) : undefined;
      return reference && resolve(reference);
    },
  },
);
