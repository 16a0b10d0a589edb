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

/** A context as plain data, for the way between threads of one process: nothing is encoded, nothing is cut. */
export interface ThreadCarrier {
  readonly span?: SpanContextData;
  readonly baggage?: readonly BaggageEntryData[];
  readonly suppressed?: true;
  readonly entries?: readonly ContextEntryData[];
}
