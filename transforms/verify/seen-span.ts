import type { SeenSpan } from './contracts.js';
import type { AttributeValues, EndRecord, HrTime, StartRecord } from './records.js';

const NANOS_PER_SECOND = 1_000_000_000n;
const UNSET = { code: 0 } as const;

/** The thread that a record is from. */
interface Teller {
  readonly pid: number;
  readonly threadId: number;
}

function toNanos([seconds, nanos]: HrTime): bigint {
  return BigInt(seconds) * NANOS_PER_SECOND + BigInt(Math.round(nanos));
}

/** What is known of a span that starts. @param former what its end has told, which may be read first in another thread */
export function startSpan(
  record: StartRecord,
  former: SeenSpan | undefined,
  { pid, threadId }: Teller,
): SeenSpan {
  const { type: _, start, ...rest } = record;
  return {
    isSampled: true,
    attributes: {},
    status: UNSET,
    events: [],
    links: [],
    resource: {},
    end: undefined,
    arrival: 'nowhere',
    ...former,
    ...rest,
    start: toNanos(start),
    pid,
    threadId,
  };
}

/** What is known of a span that ends. @param former what its start has told, maybe in the worker that has it relayed */
export function endSpan(
  record: EndRecord,
  former: SeenSpan | undefined,
  teller: Teller,
  resource: AttributeValues,
): SeenSpan {
  const { type: _, start, end, isSampled = true, status = UNSET, events = [], links = [], ...rest } = record;
  // A span that was relayed tells where it was made.
  const own = record.attributes['thread.id'];
  const { pid, threadId } = former ?? {
    pid: teller.pid,
    threadId: typeof own === 'number' ? own : teller.threadId,
  };
  return {
    ...former,
    ...rest,
    arrival: 'nowhere',
    start: toNanos(start),
    end: toNanos(end),
    isSampled,
    status,
    events,
    links,
    resource,
    pid,
    threadId,
  };
}
