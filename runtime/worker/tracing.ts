import { isMainThread } from 'node:worker_threads';
import { context, trace } from '@opentelemetry/api';
import { adoptSdk } from './adopted-sdk.js';
import { WorkerContextManager } from './context-manager.js';
import { ProcessRelay } from './process-relay.js';
import type { Recorder } from './recorder.js';
import { RecordingTracerProvider } from './recording-tracer.js';
import type { Relay } from './relay.js';
import { ThreadRelay } from './thread-relay.js';

/** What a worker's preload has registered before us; the API's own store, as it has no question for it. */
function isRegistered(kind: 'trace' | 'context'): boolean {
  const store = (globalThis as unknown as Record<symbol, Record<string, unknown> | undefined>)[
    Symbol.for('opentelemetry.js.api.1')
  ];
  return store?.[kind] !== undefined;
}

export interface WorkerTracing {
  readonly recorder: Recorder;
  readonly channel: Relay;
}

/** Has this worker's spans relayed: those of the SDK that has been here first, or else of a tracer provider of ours. */
export function setUpTracing(): WorkerTracing {
  const channel = isMainThread ? new ProcessRelay() : new ThreadRelay();
  if (!isRegistered('context')) context.setGlobalContextManager(new WorkerContextManager());
  if (isRegistered('trace')) return { recorder: adoptSdk(channel), channel };
  const provider = new RecordingTracerProvider(channel);
  trace.setGlobalTracerProvider(provider);
  return { recorder: provider, channel };
}
