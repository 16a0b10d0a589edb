import type { Fault, FaultCode, Observation, SeenSpan, Thread } from './contracts.js';

// `SpanKind` of the API.
const SERVER = 1;
const CONSUMER = 4;
/** What the executors of traced-pool put on a span that they have ended in the stead of a worker that is gone. */
const CLOSED_BY_EXECUTOR = 'traced_pool.closed_by_executor';

/** What begins a trace by its nature, wherever it is made. */
const isEntry = ({ kind }: SeenSpan): boolean => kind === SERVER || kind === CONSUMER;

/** Whether an SDK of the application's own is registered in a thread. */
const hasSdk = ({ sdks }: Thread): boolean => sdks.length > 0;

/** An exporter of a worker that has not told by now can do so no more; one of a main thread ends with its process. */
const isLost = ({ arrival }: SeenSpan): boolean => arrival === 'nowhere' || arrival === 'stuck';

class Judge {
  readonly #ids: ReadonlySet<string>;
  readonly #hasSdk: boolean;
  readonly #workers: ReadonlySet<string>;

  constructor(private readonly observation: Observation) {
    const { spans, threads } = observation;
    this.#ids = new Set(spans.map(({ traceId, spanId }) => `${traceId}-${spanId}`));
    this.#hasSdk = spans.some(({ isUnrecorded }) => !isUnrecorded) || threads.some(hasSdk);
    this.#workers = new Set(
      threads.filter((thread) => thread.isForked || thread.threadId > 0).map(this.#keyOf),
    );
  }

  judge(span: SeenSpan): Fault[] {
    const { dispatches } = this.observation;
    const dispatch = span.dispatch === undefined ? undefined : dispatches.get(span.dispatch);
    const codes = this.#findCodes(span);
    const found: Fault[] = codes.map((code) => ({ code, span }));
    if (dispatch && dispatch.dispatchedIn?.traceId !== span.traceId)
      found.unshift({ code: 'wrong-request', span, dispatch });
    return found;
  }

  #findCodes(span: SeenSpan): FaultCode[] {
    const codes: FaultCode[] = [];
    const isUnrecorded = span.isUnrecorded === true && this.#hasSdk;
    if (isUnrecorded) codes.push('unrecorded');
    if (span.parentSpanId === undefined) {
      // Of what nobody records it goes without saying.
      if (!isUnrecorded && !isEntry(span) && this.#isInWorker(span)) codes.push('parentless');
    } else if (!span.isParentRemote && !this.#ids.has(`${span.traceId}-${span.parentSpanId}`))
      codes.push('orphan');
    if (span.end === undefined || span.attributes[CLOSED_BY_EXECUTOR] === true) codes.push('never-ended');
    else if (!span.isUnrecorded && span.isSampled && isLost(span)) codes.push('never-exported');
    return codes;
  }

  #isInWorker(span: SeenSpan): boolean {
    return span.threadId > 0 || this.#workers.has(this.#keyOf(span));
  }

  readonly #keyOf = ({ pid, threadId }: { readonly pid: number; readonly threadId: number }): string =>
    `${pid}-${threadId}`;
}

/** What is wrong with the spans of a run, in the order of their starts. */
export function findFaults(observation: Observation): Fault[] {
  const judge = new Judge(observation);
  return observation.spans.flatMap((span) => judge.judge(span));
}
