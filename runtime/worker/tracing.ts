import { context, trace } from '@opentelemetry/api';
import { WorkerContextManager } from './context-manager.js';
import { RecordingTracerProvider } from './recording-tracer.js';
import { SpanChannel } from './span-channel.js';

/** What a worker's preload has registered before us; the API's own store, as it has no question for it. */
function isRegistered(kind: 'trace' | 'context'): boolean {
  const store = (globalThis as unknown as Record<symbol, Record<string, unknown> | undefined>)[
    Symbol.for('opentelemetry.js.api.1')
  ];
  return store?.[kind] !== undefined;
}

/** Gives this worker a tracer provider that relays and a context manager, unless an SDK has been here first. */
export function setUpTracing(): RecordingTracerProvider {
  const channel = new SpanChannel();
  const provider = new RecordingTracerProvider((span) => channel.post(span));
  if (!isRegistered('trace')) trace.setGlobalTracerProvider(provider);
  if (!isRegistered('context')) context.setGlobalContextManager(new WorkerContextManager());
  return provider;
}
