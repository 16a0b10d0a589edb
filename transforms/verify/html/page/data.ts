/** What the waterfall page is made from, as the file carries it. */
export interface PageData {
  /** What was run. */
  readonly title: string;
  readonly verdict: string;
  readonly isGood: boolean;
  readonly roots: number;
  readonly threads: readonly PageThread[];
  readonly resources: readonly (readonly PageValue[])[];
  /** The kinds of faults that there are, the worst first. */
  readonly faults: readonly PageFaultKind[];
  /** What else is to be known of the run. */
  readonly notes: readonly string[];
  readonly traces: readonly PageTrace[];
}

/** A key and its value; what is no text in JSON. */
export type PageValue = readonly [key: string, value: string];

export interface PageThread {
  /** `worker-2`. */
  readonly name: string;
  /** Its process, and the script of that. */
  readonly process: string;
}

export interface PageFaultKind {
  readonly code: string;
  /** After the number of spans. */
  readonly one: string;
  readonly many: string;
  /** How many spans are concerned. */
  readonly count: number;
  /** What mends it, each a sentence without its end. */
  readonly advice: readonly string[];
}

export interface PageTrace {
  readonly id: string;
  /** The name of its root; where there is none, of its first span. */
  readonly name: string;
  /** A date and time of ISO 8601, with nanoseconds. */
  readonly started: string;
  /** After the first span of the run. */
  readonly offset: string;
  readonly time: string;
  /** In nanoseconds; at least one. */
  readonly length: number;
  readonly axis: PageAxis;
  /** Each behind its parent, those under one parent in the order of their starts. */
  readonly spans: readonly PageSpan[];
}

/** Marks on a trace's time axis, the first at its start. */
export interface PageAxis {
  /** In nanoseconds. */
  readonly step: number;
  readonly texts: readonly string[];
}

export interface PageSpan {
  readonly id: string;
  /** Empty for a root. */
  readonly parent: string;
  /** How many spans are above it. */
  readonly depth: number;
  readonly name: string;
  /** What tells it from others of its name. */
  readonly hint: string;
  /** As in `SpanKind` of the API. */
  readonly kind: number;
  /** Nanoseconds after the start of its trace. */
  readonly start: number;
  /** In nanoseconds; `null` for one that has not ended. */
  readonly duration: number | null;
  /** After the start of its trace. */
  readonly offset: string;
  readonly time: string;
  /** The index of its thread. */
  readonly thread: number;
  /** The index of its resource. */
  readonly resource: number;
  /** As in `SpanStatusCode` of the API. */
  readonly status: number;
  readonly message: string;
  /** With its version. */
  readonly scope: string;
  /** Where in the code it was made; empty where that is not known. */
  readonly place: string;
  readonly traceState: string;
  readonly isSampled: boolean;
  readonly isUnrecorded: boolean;
  readonly isParentRemote: boolean;
  readonly arrival: 'nowhere' | 'stuck' | 'pending' | 'failed' | 'delivered' | 'unknown';
  readonly attributes: readonly PageValue[];
  readonly events: readonly PageEvent[];
  readonly links: readonly PageLink[];
  readonly faults: readonly PageFault[];
}

export interface PageEvent {
  readonly name: string;
  /** Nanoseconds after the start of its trace. */
  readonly at: number;
  readonly offset: string;
  readonly attributes: readonly PageValue[];
}

export interface SpanKey {
  readonly traceId: string;
  readonly spanId: string;
}

export interface PageLink extends SpanKey {
  readonly attributes: readonly PageValue[];
}

export interface PageFault {
  /** The index of its kind. */
  readonly kind: number;
  /** The indexes of what mends it, among the advice of its kind. */
  readonly advice: readonly number[];
  /** What else can be said; empty where there is nothing. */
  readonly detail: string;
  /** The span that its job was dispatched in. */
  readonly dispatchedIn: SpanKey | null;
}
