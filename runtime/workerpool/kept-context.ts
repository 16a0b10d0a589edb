import { context as contextApi } from '@opentelemetry/api';
import type { Context } from '@opentelemetry/api';

type Callback = ((value: never) => unknown) | null | undefined;

/** A promise of a library's own, whose callbacks run in whatever context it is settled in. */
interface OwnPromise {
  then(onSuccess?: Callback, onFail?: Callback): OwnPromise;
}

/**
 * Has the callbacks of a promise, and of those made of it by `then`, run in a context. The promise stays the same
 * object, with all else that it can do.
 */
export function keepContext<T extends OwnPromise>(promise: T, context: Context): T {
  const then = promise.then.bind(promise);
  promise.then = (onSuccess, onFail) =>
    keepContext(then(bindCallback(onSuccess, context), bindCallback(onFail, context)), context);
  return promise;
}

function bindCallback(callback: Callback, context: Context): Callback {
  return typeof callback === 'function' ? contextApi.bind(context, callback) : callback;
}
