/** A span context as plain data. */
export type SpanContextData = readonly [
  traceId: string,
  spanId: string,
  traceFlags: number,
  traceState?: string | undefined,
  isRemote?: boolean | undefined,
];

/** A baggage entry as plain data. */
export type BaggageEntryData = readonly [key: string, value: string, metadata?: string];

/** The value of a context key, under the key's description. */
export type ContextEntryData = readonly [description: string, value: unknown];

/** What of a context most tasks do without. */
export interface CarrierExtras {
  readonly baggage?: readonly BaggageEntryData[];
  readonly suppressed?: true;
  readonly entries?: readonly ContextEntryData[];
}

/**
 * A context as plain data, where it holds more than a span without trace state. Begins as {@link SpanContextData} does,
 * with empty ids where there is no span; a tuple, because the keys of an object are cloned with every task.
 */
export type CarrierTuple = readonly [
  traceId: string,
  spanId: string,
  traceFlags: number,
  traceState?: string | undefined,
  isRemote?: boolean | undefined,
  extras?: CarrierExtras,
];

/**
 * A context as plain data, for the way between threads of one process: nothing is encoded, nothing is cut. What most
 * tasks carry, a span context alone, is one string: it is cloned in half the time of a tuple.
 */
export type ThreadCarrier = string | CarrierTuple;
