import type { DispatchRecord, SpanKey } from '../../records.js';
import { CallPlace } from '../call-places.js';
import { activeSpanIn } from '../active-span.js';
import type { Context } from '../active-span.js';
import { DISPATCH_KEY } from '../span-teller.js';
import type { ContextManager } from '../context-manager.js';

type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;

/** What a job was dispatched by. */
export interface Verb {
  readonly library: string;
  readonly verb: string;
}

/** A dispatch, by the time that it was made. */
export interface Dispatch extends Verb {
  readonly context: Context | undefined;
  readonly place: CallPlace;
}

function toKey(context: Context | undefined): SpanKey | undefined {
  const span = activeSpanIn(context);
  return span && { traceId: span.traceId, spanId: span.spanId };
}

/**
 * Compares the contexts that jobs run in with those that they were dispatched in, and tells of those that differ by
 * their traces. A job runs in the context that it would run in anyway; what it makes is marked by the dispatch.
 */
export class DispatchWatch {
  readonly #watched = new WeakSet<object>();
  #count = 0;

  constructor(
    private readonly tell: (record: DispatchRecord) => void,
    private readonly findManager: () => ContextManager | undefined,
  ) {}

  note(verb: Verb): Dispatch {
    return { ...verb, context: this.findManager()?.active(), place: new CallPlace() };
  }

  /** A job that looks as before in every way, and is told of when it runs elsewhere than it was dispatched. */
  watchJob(job: unknown, dispatch: Dispatch): unknown {
    if (typeof job !== 'function' || this.#watched.has(job)) return job;
    const watched = new Proxy(job as AnyFunction, {
      apply: (target, self, args) => this.run(dispatch, target, self, args),
    });
    this.#watched.add(watched);
    return watched;
  }

  /** Runs a job. @param dispatch `undefined` where it is not known */
  run(dispatch: Dispatch | undefined, job: AnyFunction, self: unknown, args: unknown[]): unknown {
    const manager = this.findManager();
    const context = manager?.active();
    if (!manager || !dispatch || !context || !this.#differ(dispatch.context, context))
      return Reflect.apply(job, self, args);
    const id = `${process.pid}-${this.#count++}`;
    const [dispatchedIn, ranIn] = [toKey(dispatch.context), toKey(context)];
    const place = dispatch.place.find();
    this.tell({
      type: 'dispatch',
      id,
      library: dispatch.library,
      verb: dispatch.verb,
      ...(place !== undefined && { place }),
      ...(dispatchedIn && { dispatchedIn }),
      ...(ranIn && { ranIn }),
    });
    const marked = (context as Context & { setValue(key: symbol, value: unknown): Context }).setValue(
      DISPATCH_KEY,
      id,
    );
    return manager.with(marked, job as never, self, ...args);
  }

  #differ(one: Context | undefined, other: Context): boolean {
    return one !== other && activeSpanIn(one)?.traceId !== activeSpanIn(other)?.traceId;
  }
}
