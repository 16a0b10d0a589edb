import { SpanStatusCode } from '@opentelemetry/api';
import type { Attributes, HrTime } from '@opentelemetry/api';
import { OPEN_SPAN_HEADER_BYTES, OPEN_SPAN_SLOT_BYTES } from '../protocol/span-message.js';
import type { OpenSpanData, SpanMessage } from '../protocol/span-message.js';
import { decodeOpenSpan } from '../protocol/span-text.js';

const NANOS_PER_SECOND = 1e9;

/** Semantic conventions, `error.type`: the worker is gone, and with it what was to end the span. */
export const WORKER_TERMINATED = 'worker_terminated';

/** Marks a span that the executor has ended in the worker's stead. */
const CLOSED_BY_EXECUTOR = 'traced_pool.closed_by_executor';

function now(): HrTime {
  const millis = Date.now();
  return [Math.trunc(millis / 1000), (millis % 1000) * 1e6];
}

function durationBetween(start: HrTime, end: HrTime): HrTime {
  const seconds = end[0] - start[0];
  const nanos = end[1] - start[1];
  return nanos < 0 ? [seconds - 1, nanos + NANOS_PER_SECOND] : [seconds, nanos];
}

/** JSON has no NaN and no infinities: such a value is unknown by now. */
function withoutUnknown(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== null));
}

/** Ends a span of a worker that is gone: now, and as an error. */
export function closeOpenSpan(open: OpenSpanData): SpanMessage {
  const [name, kind, context, parent, startTime, scope, attributes, links, dropped] = open;
  let endTime = now();
  let duration = durationBetween(startTime, endTime);
  if (duration[0] < 0) [endTime, duration] = [startTime, [0, 0]];
  return [
    name,
    kind,
    context,
    parent ?? undefined,
    startTime,
    endTime,
    duration,
    { code: SpanStatusCode.ERROR, message: 'The worker ended before the span did' },
    { ...withoutUnknown(attributes), 'error.type': WORKER_TERMINATED, [CLOSED_BY_EXECUTOR]: true },
    links,
    [],
    scope,
    dropped,
  ];
}

export function spanId([, , [, id]]: SpanMessage): string {
  return id;
}

/**
 * Reads the slots of a worker that is gone, and ends the spans it had open.
 *
 * @returns the spans, or `undefined` for a slot that cannot be read.
 */
export function closeOpenSpans(page: SharedArrayBuffer): (SpanMessage | undefined)[] {
  const bytes = Buffer.from(page);
  const lengths = new Int32Array(page);
  const spans: (SpanMessage | undefined)[] = [];
  for (let start = 0; start < bytes.length; start += OPEN_SPAN_SLOT_BYTES) {
    const length = lengths[start / Int32Array.BYTES_PER_ELEMENT] as number;
    if (length === 0) continue;
    const textStart = start + OPEN_SPAN_HEADER_BYTES;
    try {
      const text = bytes.toString('utf8', textStart, textStart + length);
      spans.push(closeOpenSpan(decodeOpenSpan(text)));
    } catch {
      spans.push(undefined);
    }
  }
  return spans;
}
