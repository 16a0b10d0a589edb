import type { SeenSpan, Thread } from '../contracts.js';
import { formatDuration } from '../durations.js';
import { formatPlace } from '../format-verdict.js';
import { listKeyAttributes } from '../key-attributes.js';
import type { AttributeValues, HrTime } from '../records.js';
import { ThreadNames } from '../thread-names.js';
import { buildTrees, listByDepth } from '../trace-tree.js';
import { createAxis } from './axis.js';
import { formatInstant } from './instants.js';
import type { PageFaults } from './page-faults.js';
import type { PageEvent, PageSpan, PageThread, PageTrace, PageValue } from './page/data.js';

const toNanos = ([seconds, nanos]: HrTime): bigint => BigInt(seconds) * 1_000_000_000n + BigInt(nanos);

/** After a point in time: `+1.5 ms`. */
function formatOffset(nanos: bigint): string {
  if (nanos === 0n) return '+0';
  return nanos < 0n ? `−${formatDuration(-nanos)}` : `+${formatDuration(nanos)}`;
}

function toValues(attributes: AttributeValues): PageValue[] {
  return Object.entries(attributes).map(([key, value]) => [
    key,
    typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value)),
  ]);
}

/** What is the same for many spans, kept once. */
class Table<T> {
  readonly rows: T[] = [];
  readonly #indexes = new Map<string, number>();

  indexOf(key: string, create: () => T): number {
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    this.#indexes.set(key, this.rows.length);
    return this.rows.push(create()) - 1;
  }
}

/** Makes what the page shows of traces. */
export class PageTraces {
  readonly threads = new Table<PageThread>();
  readonly resources = new Table<readonly PageValue[]>();
  readonly #names: ThreadNames;

  /** @param runStart when the first span of the run began, in nanoseconds since 1970 */
  constructor(
    private readonly seen: readonly Thread[],
    private readonly faults: PageFaults,
    private readonly runStart: bigint,
    private readonly cwd: string,
  ) {
    this.#names = new ThreadNames(seen);
  }

  /** @param spans all of one trace, at least one */
  toTrace(id: string, spans: readonly SeenSpan[]): PageTrace {
    const start = spans.reduce(
      (first, span) => (span.start < first ? span.start : first),
      spans[0]?.start ?? 0n,
    );
    const stop = spans.reduce((last, { start: own, end = own }) => (end > last ? end : last), start);
    const root = spans.find(({ parentSpanId }) => parentSpanId === undefined) ?? spans[0];
    const length = Math.max(1, Number(stop - start));
    return {
      id,
      name: root?.name ?? '',
      started: formatInstant(start),
      offset: formatOffset(start - this.runStart),
      time: formatDuration(stop - start),
      length,
      axis: createAxis(length),
      spans: listByDepth(buildTrees(spans)).map(([span, depth]) => this.#toSpan(span, depth, start)),
    };
  }

  #toSpan(span: SeenSpan, depth: number, from: bigint): PageSpan {
    const { start, end, scope, scopeVersion, place, status } = span;
    return {
      id: span.spanId,
      parent: span.parentSpanId ?? '',
      depth,
      name: span.name,
      hint: listKeyAttributes(span).join(' '),
      kind: span.kind,
      start: Number(start - from),
      duration: end === undefined ? null : Math.max(0, Number(end - start)),
      offset: formatOffset(start - from),
      time: end === undefined ? 'open' : formatDuration(end - start),
      thread: this.#threadOf(span),
      resource: this.resources.indexOf(JSON.stringify(span.resource), () => toValues(span.resource)),
      status: status.code,
      message: status.message ?? '',
      scope: scopeVersion === undefined ? scope : `${scope} ${scopeVersion}`,
      place: place === undefined ? '' : formatPlace(place, this.cwd),
      traceState: span.traceState ?? '',
      isSampled: span.isSampled,
      isUnrecorded: span.isUnrecorded === true,
      isParentRemote: span.isParentRemote === true,
      arrival: span.arrival,
      attributes: toValues(span.attributes),
      events: span.events.map((event) => this.#toEvent(event, from)),
      links: span.links.map((link) => ({ ...link, attributes: toValues(link.attributes) })),
      faults: this.faults.of(span),
    };
  }

  #toEvent({ name, time, attributes }: SeenSpan['events'][number], from: bigint): PageEvent {
    const at = toNanos(time) - from;
    return { name, at: Number(at), offset: formatOffset(at), attributes: toValues(attributes) };
  }

  #threadOf(span: SeenSpan): number {
    const { pid, threadId } = span;
    return this.threads.indexOf(`${pid}-${threadId}`, () => {
      const thread = this.seen.find((one) => one.pid === pid && one.threadId === threadId);
      const script = thread === undefined || thread.script === '' ? '' : ` of ${thread.script}`;
      return { name: this.#names.of(span), process: `process ${pid}${script}` };
    });
  }
}
