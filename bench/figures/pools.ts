import { join } from 'node:path';
import { context, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { SpanExporter } from '@opentelemetry/sdk-trace-base';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { Piscina } from 'piscina';
import { TracedThreadPoolExecutor } from 'traced-pool';

const FOLDER = join(__dirname, '..', '..', 'figures');
export const TASKS = join(FOLDER, 'tasks.cjs');
export const OWN_SDK_TASKS = join(FOLDER, 'own-sdk-tasks.cjs');

/** A context as text, as short as one can be. */
export const CONTEXT_TEXT = '0af7651916cd43dd8448eb211c80319cb7ad6b716920333101';

export interface PoolOptions {
  readonly filename?: string;
  readonly name?: string;
  readonly workers?: number;
}

function toPiscinaOptions({ filename = TASKS, name = 'noop', workers = 1 }: PoolOptions) {
  return { filename, name, minThreads: workers, maxThreads: workers, idleTimeout: Infinity };
}

export const createBare = (options: PoolOptions = {}): Piscina => new Piscina(toPiscinaOptions(options));

export const createTraced = (options: PoolOptions = {}): TracedThreadPoolExecutor =>
  new TracedThreadPoolExecutor(toPiscinaOptions(options));

/** Takes every span, and does nothing with it. */
export class NoopExporter implements SpanExporter {
  exportedCount = 0;

  export(spans: Parameters<SpanExporter['export']>[0], done: Parameters<SpanExporter['export']>[1]): void {
    this.exportedCount += spans.length;
    done({ code: 0 });
  }

  shutdown(): Promise<void> {
    return Promise.resolve();
  }
}

/** Registers an SDK in this thread; gives what its spans arrive at. */
export function registerSdk(): NoopExporter {
  const exporter = new NoopExporter();
  new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }).register();
  return exporter;
}

/** Runs something within the span of a request. */
export function inRequest<T>(run: () => T): T {
  const span = trace.getTracer('bench').startSpan('GET /thumbnails');
  return context.with(trace.setSpan(ROOT_CONTEXT, span), run);
}

/** Runs tasks, so many of them at once. */
export async function runTasks(
  run: () => Promise<unknown>,
  { tasks, inFlight }: { readonly tasks: number; readonly inFlight: number },
): Promise<void> {
  let left = tasks;
  const lane = async (): Promise<void> => {
    while (left-- > 0) await run();
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
}

/** Ends pools, whatever the measure did. */
export async function withPools<T>(
  pools: readonly { destroy(): Promise<void> }[],
  measure: () => Promise<T>,
): Promise<T> {
  try {
    return await measure();
  } finally {
    await Promise.all(pools.map((pool) => pool.destroy()));
  }
}
