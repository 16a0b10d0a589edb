import { join } from 'node:path';
import type { Options, TinypoolWorker } from 'tinypool' with { 'resolution-mode': 'import' };
import { encodeHandler } from '../protocol/handler-reference.js';
import type { HandlerId } from '../protocol/handler-reference.js';
import type { PoolWorker } from '../relay/worker-link.js';
import type { ExecutorOptions } from './options.js';

/** What Tinypool's workers load in the place of the user's file. */
export const WORKER_ENTRY = join(__dirname, '..', 'worker', 'tinypool.js');

/** What Tinypool is given; {@link toShownOptions} has what is replaced here. */
export function toTinypoolOptions(options: ExecutorOptions, handler: HandlerId | undefined): Options {
  const { tracing: _tracing, teardown, ...rest } = options;
  if (!handler) return { ...rest, ...(teardown !== undefined && { teardown }) };
  const name = encodeHandler({ ...handler, form: 'startup', isRecorded: true });
  const own = { ...rest, filename: WORKER_ENTRY, name };
  if (typeof teardown !== 'string' || teardown === '') return own;
  const { filename } = handler;
  return { ...own, teardown: encodeHandler({ filename, name: teardown, form: 'bare', isRecorded: true }) };
}

/** What {@link toTinypoolOptions} replaced, as the user gave it. */
function toShownValues({ teardown }: ExecutorOptions, handler: HandlerId | undefined): Options {
  return { ...handler, ...(handler && teardown !== undefined && { teardown }) };
}

/** Tinypool's own options object, which may be written to, with the user's values in the place of ours. */
export function showOptions<T extends object>(
  inUse: T,
  given: ExecutorOptions,
  handler: HandlerId | undefined,
): T {
  const shown = toShownValues(given, handler) as Partial<T>;
  return new Proxy(inUse, {
    get: (target, key) => (Object.hasOwn(shown, key) ? shown : target)[key as keyof T],
    set(target, key, value) {
      Reflect.deleteProperty(shown, key);
      return Reflect.set(target, key, value);
    },
    getOwnPropertyDescriptor(target, key) {
      const descriptor = Reflect.getOwnPropertyDescriptor(target, key);
      return descriptor && Object.hasOwn(shown, key)
        ? { ...descriptor, value: shown[key as keyof T] as unknown }
        : descriptor;
    },
  });
}

/** The thread or process behind a worker of Tinypool's. */
export function toPoolWorkers(workers: readonly TinypoolWorker[]): PoolWorker[] {
  return workers.flatMap((worker) => {
    const { thread, process: child } = worker as { thread?: PoolWorker; process?: PoolWorker };
    return thread ?? child ?? [];
  });
}
