import type {
  AttributeValues,
  DispatchRecord,
  SdkRecord,
  SpanData,
  SpanEvent,
  SpanLink,
  SpanOrigin,
  SpanStatus,
} from './records.js';

/** A thread of a process that was listened to. */
export interface Thread {
  readonly pid: number;
  /** 0 for the main thread of its process. */
  readonly threadId: number;
  /** The script that its process runs. */
  readonly script: string;
  /** Whether the process was forked, so that it talks to another. */
  readonly isForked: boolean;
  readonly hasSpans: boolean;
  /** The SDKs that were registered in it. */
  readonly sdks: readonly SdkRecord[];
}

/**
 * How far a span that ended has come: `nowhere` where no exporter was given it, `stuck` where one in a worker was and has
 * not told what became of it, `pending` where that is one in a main thread, `failed` where it could not be delivered;
 * `unknown` where a processor has it that hides its exporter.
 */
export type Arrival = 'nowhere' | 'stuck' | 'pending' | 'failed' | 'delivered' | 'unknown';

/** A span of the application's, of whichever thread or process. */
export interface SeenSpan
  extends
    SpanOrigin,
    Omit<SpanData, 'start' | 'end' | 'resource' | 'isSampled' | 'status' | 'events' | 'links'> {
  /** Nanoseconds since 1970. */
  readonly start: bigint;
  /** `undefined` for one that was started and never ended. */
  readonly end: bigint | undefined;
  readonly isSampled: boolean;
  readonly status: SpanStatus;
  readonly events: readonly SpanEvent[];
  readonly links: readonly SpanLink[];
  readonly resource: AttributeValues;
  /** The thread that made it. */
  readonly threadId: number;
  readonly pid: number;
  readonly arrival: Arrival;
}

/** All that was seen of a run. */
export interface Observation {
  readonly spans: readonly SeenSpan[];
  readonly threads: readonly Thread[];
  readonly dispatches: ReadonlyMap<string, DispatchRecord>;
  /** What exporters could not deliver, by what they told, each with the number of spans. */
  readonly failures: ReadonlyMap<string, number>;
  /** What could not be listened to. */
  readonly notes: readonly string[];
}

/** What can be wrong with a span; the codes that scripts rely on. */
export type FaultCode =
  /** Its parent was never seen. */
  | 'orphan'
  /** It was made in a worker, and has no parent. */
  | 'parentless'
  /** Its job was dispatched by another request than the one that it hangs under. */
  | 'wrong-request'
  /** It was started, and never ended. */
  | 'never-ended'
  /** It ended, and no exporter got it. */
  | 'never-exported'
  /** It was made where there is no SDK, so that nobody else would have seen it. */
  | 'unrecorded';

export interface Fault {
  readonly code: FaultCode;
  readonly span: SeenSpan;
  /** Only with `wrong-request`. */
  readonly dispatch?: DispatchRecord;
}
