import type { Attributes, HrTime, SpanKind, SpanStatus } from '@opentelemetry/api';

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

/** A context as plain data, for the way between threads of one process: nothing is encoded, nothing is cut. */
export interface ThreadCarrier {
  readonly span?: SpanContextData;
  readonly baggage?: readonly BaggageEntryData[];
  readonly suppressed?: true;
}

/** What a task travels in when there is a context to carry. */
export interface TaskMessage {
  readonly task: unknown;
  readonly carrier: ThreadCarrier;
}

export interface SpanEventData {
  readonly name: string;
  readonly time: HrTime;
  readonly attributes: Attributes;
  readonly droppedAttributesCount: number;
}

export interface SpanLinkData {
  readonly context: SpanContextData;
  readonly attributes: Attributes | undefined;
  readonly droppedAttributesCount: number | undefined;
}

export interface ScopeData {
  readonly name: string;
  readonly version: string | undefined;
  readonly schemaUrl: string | undefined;
}

/** An ended span as plain data; a tuple, because the keys of an object are cloned with every message. */
export type SpanMessage = readonly [
  name: string,
  kind: SpanKind,
  context: SpanContextData,
  parent: SpanContextData | undefined,
  startTime: HrTime,
  endTime: HrTime,
  duration: HrTime,
  status: SpanStatus,
  attributes: Attributes,
  links: readonly SpanLinkData[],
  events: readonly SpanEventData[],
  scope: ScopeData,
  dropped: readonly [attributes: number, events: number, links: number],
];

/** What is known of a span when it starts; kept in an {@link OPEN_SPAN_SLOT_BYTES open-span slot} until it ends. */
export type OpenSpanData = readonly [
  name: string,
  kind: SpanKind,
  context: SpanContextData,
  parent: SpanContextData | undefined | null,
  startTime: HrTime,
  scope: ScopeData,
  attributes: Attributes,
  links: readonly SpanLinkData[],
  dropped: SpanMessage[12],
];

/**
 * What comes from a worker: an ended span, a page of slots in which it notes its open spans from now on, or how many
 * ended spans could not be sent.
 */
export type RelayMessage = SpanMessage | SharedArrayBuffer | number;

/**
 * A worker notes its open spans in memory that it shares with the main thread, which looks there only when the worker
 * is gone: a message for each start would cost both threads as much as the span itself does. A slot holds an Int32,
 * the length of what follows (0: the slot is free), and an {@link OpenSpanData} as JSON in UTF-8.
 */
export const OPEN_SPAN_SLOT_BYTES = 2048;

/** Where in its slot an open span's JSON starts. */
export const OPEN_SPAN_HEADER_BYTES = Int32Array.BYTES_PER_ELEMENT;

/** Which handler of which file a worker is to run, and in what form the task comes. */
export interface HandlerReference {
  readonly filename: string;
  readonly name: string;
  /** The pool only loads the handler: no task comes with this reference. */
  readonly startup: boolean;
  /** The task comes in a {@link TaskMessage}. */
  readonly carried: boolean;
  /** Somebody takes the spans, so the worker records them. */
  readonly recorded: boolean;
}

const HANDLER_PREFIX = 'traced-pool:';

/** Packs a reference into the `name` of a pool's task; undone by {@link decodeHandler}. */
export function encodeHandler(reference: HandlerReference): string {
  const { filename, name, startup, carried, recorded } = reference;
  return (
    HANDLER_PREFIX + JSON.stringify([filename, name, Number(startup), Number(carried), Number(recorded)])
  );
}

/** Undoes {@link encodeHandler}; `undefined` for any other name. */
export function decodeHandler(encoded: string): HandlerReference | undefined {
  if (!encoded.startsWith(HANDLER_PREFIX)) return undefined;
  const fields = JSON.parse(encoded.slice(HANDLER_PREFIX.length)) as [string, string, number, number, number];
  const [filename, name, startup, carried, recorded] = fields;
  return { filename, name, startup: startup === 1, carried: carried === 1, recorded: recorded === 1 };
}

/** The `BroadcastChannel` between a worker and the thread that made it; thread ids are unique in a process. */
export function relayChannelName(threadId: number): string {
  return `traced-pool.relay:${threadId}`;
}

/** The environment data under which all threads of a process find the {@link MessageCounters}. */
export const MESSAGE_COUNTERS_KEY = 'traced-pool.message-counters';

/**
 * How many relay messages each thread has posted, so that a reader knows without a system call whether any wait for
 * it. Slot 0 is the sum; two threads may share one of the other slots, which costs a look and loses nothing.
 */
export type MessageCounters = Int32Array;

const COUNTER_SLOTS = 1024;

export function createMessageCounters(): MessageCounters {
  return new Int32Array(new SharedArrayBuffer((COUNTER_SLOTS + 1) * Int32Array.BYTES_PER_ELEMENT));
}

/** The slot of {@link MessageCounters} in which a thread counts. */
export function counterSlot(threadId: number): number {
  return 1 + (threadId % COUNTER_SLOTS);
}
