import { context, propagation, trace } from '@opentelemetry/api';
import { BatchSpanProcessor, InMemorySpanExporter } from '@opentelemetry/sdk-trace-base';
import type { ReadableSpan, Sampler, SpanProcessor } from '@opentelemetry/sdk-trace-base';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';

/** An application's tracing in the main thread: the real SDK, batched, into memory. */
export interface Tracing {
  readonly provider: NodeTracerProvider;
  /** All spans exported so far, after a flush. */
  spans(): Promise<ReadableSpan[]>;
}

export function setUpTracing(options: { sampler?: Sampler; processors?: SpanProcessor[] } = {}): Tracing {
  const exporter = new InMemorySpanExporter();
  const { sampler, processors = [] } = options;
  const provider = new NodeTracerProvider({
    ...(sampler && { sampler }),
    spanProcessors: [...processors, new BatchSpanProcessor(exporter, { maxExportBatchSize: 512 })],
  });
  provider.register();
  return {
    provider,
    async spans() {
      await provider.forceFlush();
      return exporter.getFinishedSpans();
    },
  };
}

export function tearDownTracing(): void {
  trace.disable();
  context.disable();
  propagation.disable();
}

/** Runs work in a new span, which ends with it; gives the work's result and the span's context. */
export async function inSpan<T>(name: string, work: () => Promise<T>) {
  return trace.getTracer('test').startActiveSpan(name, async (span) => {
    const result = await work().finally(() => span.end());
    return { result, spanContext: span.spanContext() };
  });
}
