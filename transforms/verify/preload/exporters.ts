import type { ReadableSpan } from './span-data.js';

/** What an exporter tells of the spans that it was given: `ExportResult` of `@opentelemetry/core`. */
interface ExportResult {
  readonly code: number;
  readonly error?: Error;
}

/** `SpanExporter` of the SDK. */
interface SpanExporter {
  export(spans: ReadableSpan[], done: (result: ExportResult) => void): void;
  shutdown(): Promise<void>;
}

export interface ExportListener {
  /** Gives what is to be called when the exporter has told, without an error where the spans have arrived. */
  export(spans: readonly ReadableSpan[], exporter: string): (error?: string) => void;
}

const MAX_DEPTH = 4;
const SUCCESS = 0;

function isExporter(value: object): value is SpanExporter {
  const { export: send, shutdown } = value as Partial<SpanExporter>;
  return typeof send === 'function' && typeof shutdown === 'function';
}

/** The exporters that an object holds on to, itself included; the outermost of those that are in one another. */
function collect(value: unknown, depth: number, seen: Set<unknown>): SpanExporter[] {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH || seen.has(value)) return [];
  seen.add(value);
  if (isExporter(value)) return [value];
  // Accessors are somebody's code, and not called.
  const held = Object.values(Object.getOwnPropertyDescriptors(value)).map(
    (descriptor) => descriptor.value as unknown,
  );
  return held.flatMap((one) => collect(one, depth + 1, seen));
}

/** The exporters of a span processor, as far as they can be found: there is no public way to them. */
export function findExporters(processor: unknown): readonly SpanExporter[] {
  return collect(processor, 0, new Set());
}

export function nameOf(value: object): string {
  return value.constructor?.name || 'object';
}

const watched = new WeakSet<object>();

/**
 * Has a listener told of all that an exporter is given, and of what becomes of it; the exporter does as before.
 *
 * @param onFailure told where the listener fails
 */
export function watchExporter(
  exporter: SpanExporter,
  listener: ExportListener,
  onFailure: (error: unknown) => void,
): void {
  if (watched.has(exporter)) return;
  watched.add(exporter);
  const send = exporter.export;
  exporter.export = function (this: unknown, spans, done) {
    let tell: ((error?: string) => void) | undefined;
    try {
      tell = listener.export(spans, nameOf(exporter));
    } catch (error) {
      onFailure(error);
    }
    const tellAndDo = (result: ExportResult): void => {
      tell?.(result.code === SUCCESS ? undefined : (result.error?.message ?? 'it failed'));
      done(result);
    };
    Reflect.apply(send, this, [spans, tellAndDo]);
  };
}
