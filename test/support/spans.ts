import { context, propagation, trace } from '@opentelemetry/api';
import type { Sampler, SpanProcessor } from '@opentelemetry/sdk-trace-base';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { collectSpans } from 'traced-pool/testing';
import type { SpanCollector } from 'traced-pool/testing';

/** An application's tracing in the main thread: the real SDK, whose spans are collected. */
export interface Tracing {
  readonly provider: NodeTracerProvider;
  readonly collected: SpanCollector;
}

export function setUpTracing(options: { sampler?: Sampler; processors?: SpanProcessor[] } = {}): Tracing {
  const { sampler, processors = [] } = options;
  const collected = collectSpans();
  const provider = new NodeTracerProvider({
    ...(sampler && { sampler }),
    spanProcessors: [...processors, collected],
  });
  provider.register();
  return { provider, collected };
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
