import { findRegisteredProvider } from '../relay/application-processor.js';

/** A span processor as far as tracers and spans call it while they run. */
interface Listener {
  onStart(span: never, context: never): void;
  onEnd(span: never): void;
}

type Processor = Listener & { _spanProcessors?: unknown };

/** How the SDK lines keep their processors: see `findApplicationProcessor`. */
interface ProviderFields {
  getDelegate?(): unknown;
  readonly _activeSpanProcessor?: unknown;
  readonly activeSpanProcessor?: unknown;
  readonly _registeredSpanProcessors?: unknown;
}

const ADVICE =
  'give the collector to the provider that you make: `new NodeTracerProvider({ spanProcessors: [spans] })`';

function isProcessor(value: unknown): value is Processor {
  const { onStart, onEnd } = (value ?? {}) as Partial<Listener>;
  return typeof onStart === 'function' && typeof onEnd === 'function';
}

/** Joins the list of an SDK's `MultiSpanProcessor`, which tracers and open spans hold on to. */
function join(target: Processor, listener: Listener, isShared: boolean): () => void {
  const change = (list: readonly unknown[]): void => {
    // The line 1.x makes a new processor around its own list with each that is added. The others keep the list that the
    // application gave, which is not ours to change.
    if (isShared) (target._spanProcessors as unknown[]).splice(0, Infinity, ...list);
    else target._spanProcessors = list;
  };
  const list = (): readonly unknown[] => target._spanProcessors as readonly unknown[];
  // In front, where none that throws keeps a span from it.
  change([listener, ...list()]);
  return () => change(list().filter((each) => each !== listener));
}

/** Listens in on a processor of whatever make, which goes on as before. */
function listenIn(target: Processor, listener: Listener): () => void {
  let isListening = true;
  const own = (['onStart', 'onEnd'] as const).map((name) => {
    const before = Object.getOwnPropertyDescriptor(target, name);
    const call = target[name] as (...given: readonly never[]) => void;
    const heard = (...given: [never, never]): void => {
      call.apply(target, given);
      if (isListening) listener[name](...given);
    };
    Object.defineProperty(target, name, { value: heard, configurable: true, writable: true });
    return { name, before, heard };
  });
  return () => {
    isListening = false;
    for (const { name, before, heard } of own) {
      // Somebody who has come later calls ours.
      if (target[name] !== heard) continue;
      if (before) Object.defineProperty(target, name, before);
      else Reflect.deleteProperty(target, name);
    }
  };
}

/** What a collector is attached to. */
export interface Target {
  readonly processor: Processor;
  /** Whether its list is that of the provider. */
  readonly isShared: boolean;
}

/**
 * Finds where one can hear what the processors of a tracer provider do.
 *
 * @throws Error where the provider is that of the API, which records nothing, or keeps its processors elsewhere or shut.
 */
export function findTarget(given?: object): Target {
  const { getDelegate } = (given ?? {}) as ProviderFields;
  const provider = (getDelegate?.call(given) ?? given ?? findRegisteredProvider()) as ProviderFields;
  const { _activeSpanProcessor: current, activeSpanProcessor: former } = provider;
  const processor = [current, former].find(isProcessor);
  if (!processor || Object.isFrozen(processor)) {
    const isNone = provider.constructor?.name === 'NoopTracerProvider';
    const problem = isNone
      ? 'There is no tracer provider to attach to: none is registered in this thread, or, under Jest, in this test file. Register yours before, or'
      : 'The tracer provider does not show its span processors, so there is nothing to attach to:';
    throw new Error(`${problem} ${ADVICE}`);
  }
  const list = processor._spanProcessors;
  return { processor, isShared: list !== undefined && list === provider._registeredSpanProcessors };
}

/** Lets a listener hear what a processor does; gives what ends it. */
export function attach(listener: Listener, { processor, isShared }: Target): () => void {
  const { _spanProcessors: list } = processor;
  if (!Array.isArray(list) || Object.hasOwn(processor, 'onEnd')) return listenIn(processor, listener);
  // Given to the provider as well: once is enough.
  return list.includes(listener) ? () => {} : join(processor, listener, isShared);
}
