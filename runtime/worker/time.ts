import { performance } from 'node:perf_hooks';
import type { HrTime, TimeInput } from '@opentelemetry/api';

const NANOS_PER_SECOND = 1e9;

export function fromMillis(millis: number): HrTime {
  const seconds = Math.trunc(millis / 1000);
  return [seconds, Math.round((millis % 1000) * 1e6)];
}

export function addMillis([seconds, nanos]: HrTime, millis: number): HrTime {
  const [addedSeconds, addedNanos] = fromMillis(millis);
  const sum = nanos + addedNanos;
  return sum >= NANOS_PER_SECOND
    ? [seconds + addedSeconds + 1, sum - NANOS_PER_SECOND]
    : [seconds + addedSeconds, sum];
}

export function durationBetween(start: HrTime, end: HrTime): HrTime {
  const seconds = end[0] - start[0];
  const nanos = end[1] - start[1];
  return nanos < 0 ? [seconds - 1, nanos + NANOS_PER_SECOND] : [seconds, nanos];
}

export function isHrTime(value: unknown): value is HrTime {
  return (
    Array.isArray(value) && value.length === 2 && typeof value[0] === 'number' && typeof value[1] === 'number'
  );
}

export function isTimeInput(value: unknown): value is TimeInput {
  return isHrTime(value) || typeof value === 'number' || value instanceof Date;
}

/**
 * The clock of one span: the wall clock at its start, from there on the monotonic one, so that a clock that is set
 * meanwhile gives no negative duration. After `SpanImpl` of @opentelemetry/sdk-trace (Apache-2.0).
 */
export class SpanClock {
  readonly startTime: HrTime;
  readonly #startedAt = performance.now();
  readonly #offsetMillis: number;
  readonly #isStartGiven: boolean;

  constructor(startTime: TimeInput | undefined) {
    const now = Date.now();
    this.#offsetMillis = now - (this.#startedAt + performance.timeOrigin);
    this.#isStartGiven = startTime !== undefined;
    this.startTime = startTime === undefined ? fromMillis(now) : this.#fromInput(startTime);
  }

  /** The given time, or now. Numbers below `performance.now()` are taken as such, larger ones as epoch milliseconds. */
  read(time?: TimeInput): HrTime {
    if (time !== undefined) return this.#fromInput(time);
    if (this.#isStartGiven) return fromMillis(Date.now());
    return addMillis(this.startTime, performance.now() - this.#startedAt);
  }

  #fromInput(time: TimeInput): HrTime {
    if (isHrTime(time)) return time;
    if (time instanceof Date) return fromMillis(time.getTime());
    if (time > performance.now()) return fromMillis(time);
    return fromMillis(performance.timeOrigin + time + this.#offsetMillis);
  }
}
