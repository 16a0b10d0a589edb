import { context } from '@opentelemetry/api';
import { restoreContext } from '../propagation.js';
import { decodeHandler } from '../protocol.js';
import type { HandlerReference, TaskMessage } from '../protocol.js';
import { loadHandler } from './load-handler.js';
import type { Handler } from './load-handler.js';
import { setUpTracing } from './tracing.js';

const recorder = setUpTracing();

function wrap(handler: Handler, { carried, recorded }: HandlerReference): Handler {
  if (!carried) {
    return (task) => {
      recorder.isRecording = recorded;
      return handler(task);
    };
  }
  return (message) => {
    recorder.isRecording = recorded;
    const { task, carrier } = message as TaskMessage;
    return context.with(restoreContext(carrier), handler, undefined, task);
  };
}

async function loadForTask(reference: HandlerReference): Promise<Handler> {
  const { filename, name } = reference;
  const handler = await loadHandler(filename, name);
  if (!handler) throw new Error(`No handler function exported from ${filename}`);
  return wrap(handler, reference);
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
  if (reference.startup) return loadAtStartup(reference);
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
