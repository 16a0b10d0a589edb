// What is `undefined` in a record is not there in its line.

/** A time as the SDK has it: seconds since 1970, and nanoseconds. */
export type HrTime = readonly [seconds: number, nanos: number];

export type AttributeValues = Readonly<Record<string, unknown>>;

/** Where a span comes from, as far as it is known when it starts. */
export interface SpanOrigin {
  /** The place in the application's code that made it, `path:line:column`; only for the first spans of a name. */
  readonly place?: string | undefined;
  /** The dispatch, by its {@link DispatchRecord}, whose job made the span in another context than the dispatch's own. */
  readonly dispatch?: string | undefined;
  /** Whether the parent is what a propagator took from another process. */
  readonly isParentRemote?: boolean | undefined;
  /** Whether no SDK was there to make it, so that it is only there for our sake. */
  readonly isUnrecorded?: boolean | undefined;
}

export interface SpanHead {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string | undefined;
  readonly name: string;
  /** As in `SpanKind` of the API. */
  readonly kind: number;
  readonly start: HrTime;
  readonly scope: string;
}

export interface SpanEvent {
  readonly name: string;
  readonly time: HrTime;
  readonly attributes: AttributeValues;
}

export interface SpanLink {
  readonly traceId: string;
  readonly spanId: string;
  readonly attributes: AttributeValues;
}

/** A span as it ends; what most spans do not have is left out of its line. */
export interface SpanData extends SpanHead {
  readonly scopeVersion?: string | undefined;
  readonly end: HrTime;
  /** @default true */
  readonly isSampled?: false | undefined;
  readonly traceState?: string | undefined;
  readonly attributes: AttributeValues;
  /** @default unset */
  readonly status?: SpanStatus | undefined;
  /** @default none */
  readonly events?: readonly SpanEvent[] | undefined;
  /** @default none */
  readonly links?: readonly SpanLink[] | undefined;
  /** By its number in {@link ResourceRecord}. */
  readonly resource: number;
}

/** As in `SpanStatusCode` of the API. */
export interface SpanStatus {
  readonly code: number;
  readonly message?: string | undefined;
}

/** What an SDK does with the spans that end in its thread. */
export interface SdkRecord {
  readonly type: 'sdk';
  /** The class of the tracer provider. */
  readonly provider: string;
  /** The classes of its processors, and of the exporters that can be found in each. */
  readonly processors: readonly { readonly name: string; readonly exporters: readonly string[] }[];
  /** Whether its processors cannot be found, so that its spans are not seen. */
  readonly isUnreadable?: boolean;
}

/** A job that ran in another context than that of whoever dispatched it. */
export interface DispatchRecord {
  readonly type: 'dispatch';
  readonly id: string;
  readonly library: string;
  /** `queue.add`. */
  readonly verb: string;
  /** The place in the application's code that dispatched it. */
  readonly place?: string;
  /** The span that was active at the dispatch. */
  readonly dispatchedIn?: SpanKey;
  /** The span that was active when the job began. */
  readonly ranIn?: SpanKey;
}

export interface SpanKey {
  readonly traceId: string;
  readonly spanId: string;
}

export interface ResourceRecord {
  readonly type: 'resource';
  readonly number: number;
  readonly attributes: AttributeValues;
}

export interface StartRecord extends SpanHead, SpanOrigin {
  readonly type: 'start';
}

export interface EndRecord extends SpanData, SpanOrigin {
  readonly type: 'end';
}

/** What the preload in one thread tells, a line of JSON each. */
export type Journal =
  | {
      readonly type: 'hello';
      readonly pid: number;
      readonly threadId: number;
      /** The script that the process runs. */
      readonly script: string;
      /** Whether it can talk to the process that made it. */
      readonly isForked: boolean;
    }
  | StartRecord
  | EndRecord
  /** An exporter is given spans. */
  | {
      readonly type: 'export';
      readonly batch: number;
      readonly exporter: string;
      readonly spanIds: readonly string[];
    }
  /** It has told what became of them; without an error they have arrived. */
  | { readonly type: 'exported'; readonly batch: number; readonly error?: string }
  /** A processor has taken a span whose exporter cannot be found. */
  | { readonly type: 'taken'; readonly spanId: string }
  | ResourceRecord
  | SdkRecord
  | DispatchRecord
  /** What could not be listened to, and why. */
  | { readonly type: 'fault'; readonly message: string };
