import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-base';

const MAX_REQUESTS = 300;

/** Counts what comes out, and judges each span by the request that it says it belongs to. */
export class SpanTally implements SpanExporter {
  outCount = 0;
  closedCount = 0;
  strayCount = 0;
  duplicateCount = 0;
  /** The traces of the last requests, with the ids that were seen in each. */
  readonly #requests = new Map<string, Set<string>>();

  /** To be called with the trace of a request before its first task is submitted. */
  expect(traceId: string): void {
    this.#requests.set(traceId, new Set());
    if (this.#requests.size <= MAX_REQUESTS) return;
    for (const [oldest] of this.#requests) {
      this.#requests.delete(oldest);
      return;
    }
  }

  export(spans: ReadableSpan[], done: (result: { code: number }) => void): void {
    for (const span of spans) if (span.instrumentationScope.name === 'soak') this.#count(span);
    done({ code: 0 });
  }

  async shutdown(): Promise<void> {}

  #count(span: ReadableSpan): void {
    this.outCount++;
    if (span.attributes['traced_pool.closed_by_executor'] === true) this.closedCount++;
    const { traceId, spanId } = span.spanContext();
    const seen = this.#requests.get(traceId);
    if (!seen || !span.parentSpanContext) this.strayCount++;
    if (seen?.has(spanId)) this.duplicateCount++;
    seen?.add(spanId);
  }
}
