import type { Arrival, Observation, SeenSpan, Thread } from './contracts.js';
import type {
  AttributeValues,
  DispatchRecord,
  EndRecord,
  Journal,
  SdkRecord,
  StartRecord,
} from './records.js';
import { endSpan, startSpan } from './seen-span.js';

const BEST_LAST: readonly Arrival[] = ['nowhere', 'stuck', 'pending', 'failed', 'unknown', 'delivered'];
/** The better one of two, as a span may pass through several threads. */
export function betterArrival(one: Arrival, other: Arrival): Arrival {
  return BEST_LAST.indexOf(one) > BEST_LAST.indexOf(other) ? one : other;
}

/** What the journal of one thread says, line by line. */
class ThreadObserver {
  readonly sdks: SdkRecord[] = [];
  readonly resources = new Map<number, AttributeValues>();
  /** The spans that were given to an exporter and are not told of yet. */
  readonly batches = new Map<number, readonly string[]>();
  script = '';
  isForked = false;
  hasSpans = false;

  constructor(
    readonly pid: number,
    readonly threadId: number,
  ) {}

  get isWorker(): boolean {
    return this.threadId > 0 || this.isForked;
  }

  toThread(): Thread {
    const { pid, threadId, script, isForked, hasSpans, sdks } = this;
    return { pid, threadId, script, isForked, hasSpans, sdks };
  }
}

/** Puts together what all threads of a run tell. */
export class Observer {
  /** The spans of each trace, by their ids. */
  readonly #traces = new Map<string, Map<string, SeenSpan>>();
  readonly #arrivals = new Map<string, Arrival>();
  readonly #threads = new Map<string, ThreadObserver>();
  readonly #dispatches = new Map<string, DispatchRecord>();
  readonly #failures = new Map<string, number>();
  readonly #notes = new Set<string>();

  /** Takes a record of a thread's journal; gives the trace of a span that is told of. */
  take(pid: number, threadId: number, record: Journal): string | undefined {
    const key = `${pid}-${threadId}`;
    let thread = this.#threads.get(key);
    if (!thread) this.#threads.set(key, (thread = new ThreadObserver(pid, threadId)));
    switch (record.type) {
      case 'hello':
        thread.script = record.script;
        thread.isForked = record.isForked;
        return undefined;
      case 'start':
      case 'end':
        this.#takeSpan(thread, record);
        return record.traceId;
      case 'export':
        thread.batches.set(record.batch, record.spanIds);
        for (const spanId of record.spanIds) this.#arrive(spanId, thread.isWorker ? 'stuck' : 'pending');
        return undefined;
      case 'exported':
        this.#takeResult(thread.batches.get(record.batch) ?? [], record.error);
        thread.batches.delete(record.batch);
        return undefined;
      case 'taken':
        this.#arrive(record.spanId, 'unknown');
        return undefined;
      case 'resource':
        thread.resources.set(record.number, record.attributes);
        return undefined;
      case 'sdk':
        thread.sdks.push(record);
        return undefined;
      case 'dispatch':
        this.#dispatches.set(record.id, record);
        return undefined;
      case 'fault':
        this.#notes.add(record.message);
        return undefined;
    }
  }

  /** The spans of a trace, in the order of their starts. */
  spansOf(traceId: string): SeenSpan[] {
    return this.#sort(this.#traces.get(traceId)?.values() ?? []);
  }

  /** The processes that were heard of. */
  get pids(): number[] {
    return [...new Set([...this.#threads.values()].map(({ pid }) => pid))];
  }

  get threads(): Thread[] {
    return [...this.#threads.values()].map((thread) => thread.toThread());
  }

  get observation(): Observation {
    return {
      spans: this.#sort([...this.#traces.values()].flatMap((trace) => [...trace.values()])),
      threads: this.threads,
      dispatches: this.#dispatches,
      failures: this.#failures,
      notes: [...this.#notes],
    };
  }

  #sort(spans: Iterable<SeenSpan>): SeenSpan[] {
    return [...spans]
      .map((span) => ({ ...span, arrival: this.#arrivals.get(span.spanId) ?? 'nowhere' }))
      .toSorted((a, b) => (a.start < b.start ? -1 : Number(a.start > b.start)));
  }

  #takeSpan(thread: ThreadObserver, record: StartRecord | EndRecord): void {
    thread.hasSpans = true;
    const trace = this.#traces.get(record.traceId) ?? new Map<string, SeenSpan>();
    this.#traces.set(record.traceId, trace);
    const former = trace.get(record.spanId);
    const resource = record.type === 'end' ? (thread.resources.get(record.resource) ?? {}) : {};
    const span =
      record.type === 'start' ? startSpan(record, former, thread) : endSpan(record, former, thread, resource);
    trace.set(record.spanId, span);
  }

  #arrive(spanId: string, arrival: Arrival): void {
    this.#arrivals.set(spanId, betterArrival(this.#arrivals.get(spanId) ?? 'nowhere', arrival));
  }

  #takeResult(spanIds: readonly string[], error: string | undefined): void {
    for (const spanId of spanIds) this.#arrive(spanId, error === undefined ? 'delivered' : 'failed');
    if (error !== undefined) this.#failures.set(error, (this.#failures.get(error) ?? 0) + spanIds.length);
  }
}
