import { join } from 'node:path';
import { ROOT_CONTEXT, trace } from '@opentelemetry/api';
import type { Span } from '@opentelemetry/api';
import type { SpanProcessor } from '@opentelemetry/sdk-trace-base';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { TracedThreadPoolExecutor } from 'traced-pool';
import { inSpan } from '../spans.js';

export const filename = join(__dirname, '..', '..', 'runtime', 'workers', 'spans.cjs');

export const namesOf = (spans: readonly { readonly name: string }[]): string[] =>
  spans.map(({ name }) => name);

/** A provider of the test's own, with these processors. */
export function register(...spanProcessors: SpanProcessor[]): NodeTracerProvider {
  const provider = new NodeTracerProvider({ spanProcessors });
  provider.register();
  return provider;
}

export function begin(name: string, parent?: Span): Span {
  const above = parent ? trace.setSpan(ROOT_CONTEXT, parent) : ROOT_CONTEXT;
  return trace.getTracer('test').startSpan(name, {}, above);
}

/** A request with a task, whose handler makes a span. */
export async function runTask(): Promise<void> {
  const executor = new TracedThreadPoolExecutor({ filename, maxThreads: 1 });
  await inSpan('request', () => executor.submit('resize', { name: 'one' }));
  await executor.close();
}
