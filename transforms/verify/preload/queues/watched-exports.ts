import type { QueueLibrary } from '../../../queues/queue-library.js';
import { WaitingItems } from './waiting-items.js';
import type { QueueWatch } from './watched-queue.js';

type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;

const known = new WeakMap<object, unknown>();

/** A class or function that builds queues, as before, but for the queues being watched. */
function watchBuilder(builder: AnyFunction, { jobs }: QueueLibrary, watch: QueueWatch): AnyFunction {
  const former = known.get(builder);
  if (former) return former as AnyFunction;
  const prototype = builder.prototype as object | undefined;
  if (prototype && Object.keys(jobs).some((name) => name in prototype)) watch.watchMethods(prototype);
  const watched = new Proxy(builder, {
    apply(target, self, args) {
      const items = new WaitingItems();
      return watch.watchBuilt(Reflect.apply(target, self, watch.watchWorker(args, items)), items);
    },
    construct(target, args, newTarget) {
      const items = new WaitingItems();
      const built: unknown = Reflect.construct(target, watch.watchWorker(args, items), newTarget);
      return watch.watchBuilt(built, items) as object;
    },
  });
  known.set(builder, watched);
  known.set(watched, watched);
  return watched;
}

/**
 * Puts watched builders in the place of those that an object has, or that a copy of it has where it is read-only.
 *
 * @returns the object, or the copy
 */
function replaceIn(
  target: object,
  names: readonly string[],
  library: QueueLibrary,
  watch: QueueWatch,
): object {
  const descriptors = Object.getOwnPropertyDescriptors(target);
  let isReplaced = true;
  for (const name of names) {
    const builder = (target as Record<string, unknown>)[name];
    if (typeof builder !== 'function') continue;
    const value = watchBuilder(builder as AnyFunction, library, watch);
    descriptors[name] = { value, writable: true, enumerable: true, configurable: true };
    if (!Reflect.set(target, name, value)) isReplaced = false;
  }
  return isReplaced || typeof target === 'function'
    ? target
    : (Object.create(Object.getPrototypeOf(target) as object | null, descriptors) as object);
}

/**
 * Watches all that a library exports to build queues with.
 *
 * @param exports of a CommonJS module, or the namespace of another
 * @param only the name of the export that the module itself is, as with `async/queue`
 * @returns what takes the place of a CommonJS module's exports
 */
export function watchExports(
  exports: unknown,
  library: QueueLibrary,
  watch: QueueWatch,
  only?: string,
): unknown {
  if ((typeof exports !== 'object' && typeof exports !== 'function') || exports === null) return exports;
  const names = [...library.classExports, ...(library.factoryExports ?? [])];
  const isDefaultBuilder = only !== undefined || names.includes('default');
  const own = isDefaultBuilder ? [...names, 'default'] : names;
  const inner = (exports as { readonly default?: unknown }).default;
  // What is exported by default may hold the others.
  if ((typeof inner === 'object' || typeof inner === 'function') && inner !== null && inner !== exports)
    replaceIn(
      inner,
      names.filter((name) => name !== 'default'),
      library,
      watch,
    );
  const replaced = replaceIn(exports, own, library, watch);
  return typeof replaced === 'function' && isDefaultBuilder
    ? watchBuilder(replaced as AnyFunction, library, watch)
    : replaced;
}
