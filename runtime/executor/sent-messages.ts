import { isThread } from '../relay/worker-link.js';
import type { PoolWorker } from '../relay/worker-link.js';

type Send = (message: unknown, ...rest: unknown[]) => unknown;

/** Has a worker's messages sent as `wrap` gives them. */
export function wrapSent(worker: PoolWorker, wrap: (message: unknown) => unknown): void {
  const key = isThread(worker) ? 'postMessage' : 'send';
  const methods = worker as unknown as Record<typeof key, Send>;
  const send = methods[key].bind(worker);
  methods[key] = (message, ...rest) => send(wrap(message), ...rest);
}

/** Calls back before anybody is told of what comes from a worker, its end included. */
export function onReceive(worker: PoolWorker, before: () => void): void {
  const emitter = worker as unknown as { emit: (...args: unknown[]) => boolean };
  const emit = emitter.emit.bind(worker);
  emitter.emit = (...args) => {
    if (args[0] === 'message' || args[0] === 'error' || args[0] === 'exit') before();
    return emit(...args);
  };
}
