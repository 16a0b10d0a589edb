import type { Attributes, HrTime, SpanKind, SpanStatus } from '@opentelemetry/api';
import type { SpanContextData } from './carrier.js';
import type { NestedRelayNews } from './nested-relay.js';
import type { ChunkRemnant, TaskReport } from './task-message.js';

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

/** The ring through which a worker's ended spans come from now on. */
export interface SpanRingNews {
  readonly ring: SharedArrayBuffer;
}

/** Tells that spans wait in the ring. */
export const SPANS_WAIT = 0;

/**
 * What comes from a worker: an ended span that goes through no ring, a page of slots in which it notes its open spans
 * from now on, a ring or that something waits there, when it runs a task, what became of one, or that it has a worker
 * itself.
 */
export type RelayMessage =
  | SpanMessage
  | SharedArrayBuffer
  | SpanRingNews
  | typeof SPANS_WAIT
  | TaskReport
  | ChunkRemnant
  | NestedRelayNews;

/**
 * A worker notes its open spans in memory that it shares with the main thread, which looks there only when the worker
 * is gone: a message for each start would cost both threads as much as the span itself does. A slot holds an Int32,
 * the length of what follows (0: the slot is free), and an {@link OpenSpanData} as text in UTF-8.
 */
export const OPEN_SPAN_SLOT_BYTES = 2048;

/** Where in its slot an open span's text starts. */
export const OPEN_SPAN_HEADER_BYTES = Int32Array.BYTES_PER_ELEMENT;

/** The `BroadcastChannel` between a worker and the thread that made it; thread ids are unique in a process. */
export function relayChannelName(threadId: number): string {
  return `traced-pool.relay:${threadId}`;
}
