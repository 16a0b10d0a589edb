import type { CaseRun, ExportedSpan, NotedSpan } from './run-case.js';

const ERROR = 2;
const MAX_EXAMPLES = 5;

/** Spans by name: the names of the first few are enough to look into it, and all of them too many to print. */
export interface Offence {
  readonly count: number;
  readonly examples: readonly string[];
}

/** What became of the spans that went in, by the exporter that got the fewest. */
export interface Balance {
  readonly inCount: number;
  readonly outCount: number;
  /** Spans that went in and did not come out. */
  readonly lost: Offence;
  /** Spans that came out again, or came out and never went in. */
  readonly surplus: Offence;
  readonly wrongParent: Offence;
  /** Spans whose end does not tell who ended them: the worker, or the executor, with an error. */
  readonly wrongEnd: Offence;
  /** Spans that another thread than the main one has exported. */
  readonly wrongThread: Offence;
}

function hasRightParent({ parent, traceId }: NotedSpan, span: ExportedSpan): boolean {
  const isInTrace = span.traceId === traceId && span.traceId === parent.traceId;
  return isInTrace && span.parentSpanId === parent.spanId;
}

function hasRightEnd({ endedBy }: NotedSpan, { isClosed = false, status, errorType }: ExportedSpan): boolean {
  if (endedBy !== 'either' && isClosed !== (endedBy === 'executor')) return false;
  return isClosed ? status === ERROR && errorType === 'worker_terminated' : errorType === undefined;
}

function toOffence(names: readonly string[]): Offence {
  return { count: names.length, examples: names.slice(0, MAX_EXAMPLES) };
}

/** Balances what one exporter got of the workers' spans. */
function balance(noted: readonly NotedSpan[], exported: readonly ExportedSpan[]): Balance {
  const awaited = new Map(noted.map((note) => [note.spanId, note]));
  const pairs: [NotedSpan, ExportedSpan][] = [];
  const surplus: string[] = [];
  for (const span of exported) {
    const note = awaited.get(span.spanId);
    if (note && awaited.delete(span.spanId)) pairs.push([note, span]);
    else surplus.push(span.out);
  }
  const offenceWhere = (isOffence: (note: NotedSpan, span: ExportedSpan) => boolean): Offence =>
    toOffence(pairs.filter((pair) => isOffence(...pair)).map(([{ in: name }]) => name));
  return {
    inCount: noted.length,
    outCount: exported.length,
    lost: toOffence([...awaited.values()].map(({ in: name }) => name)),
    surplus: toOffence(surplus),
    wrongParent: offenceWhere((note, span) => note.in !== span.out || !hasRightParent(note, span)),
    wrongEnd: offenceWhere((note, span) => !hasRightEnd(note, span)),
    wrongThread: toOffence(exported.filter(({ threadId }) => threadId !== 0).map(({ out }) => out)),
  };
}

/** Balances a run for each of its exporters; the worst comes first. */
export function balanceRun({ noted, exported }: CaseRun, exporters: readonly number[]): Balance[] {
  const recorded = noted.filter(({ isRecording }) => isRecording);
  const ofWorkers = exported.filter(({ out }) => out !== 'request');
  return exporters
    .map((number) =>
      balance(
        recorded,
        ofWorkers.filter(({ exporter }) => exporter === number),
      ),
    )
    .toSorted((one, other) => other.lost.count - one.lost.count);
}
