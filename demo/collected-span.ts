export type AttributeValue = string | number | boolean;

/** A span as an OTLP collector sees it, of any thread. */
export interface CollectedSpan {
  readonly traceId: string;
  readonly spanId: string;
  /** Empty for the first span of a trace. */
  readonly parentSpanId: string;
  readonly name: string;
  /** The name of the tracer that made the span. */
  readonly scope: string;
  readonly isServer: boolean;
  readonly startNanos: bigint;
  readonly endNanos: bigint;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  /** What the error status says; `undefined` where the status is no error. */
  readonly error: string | undefined;
}
