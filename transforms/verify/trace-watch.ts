import type { Journal } from './records.js';

/** How long nothing must have come of a trace that has no open span for it to count as ended. */
const QUIET_MILLIS = 300;

interface WatchedTrace {
  readonly started: Set<string>;
  /** A span's end may be read before its start, where it ends in another thread. */
  readonly ended: Set<string>;
  lastNewsAt: number;
}

/** Notices when traces end. */
export class TraceWatch {
  readonly #traces = new Map<string, WatchedTrace>();
  readonly #untold = new Set<string>();

  /** @param onEnd told of a trace that has ended, and again where it goes on after that */
  constructor(private readonly onEnd: (traceId: string) => void) {}

  note(traceId: string, record: Journal): void {
    const trace = this.#traces.get(traceId) ?? { started: new Set(), ended: new Set(), lastNewsAt: 0 };
    this.#traces.set(traceId, trace);
    if (record.type === 'start') trace.started.add(record.spanId);
    if (record.type === 'end') trace.ended.add(record.spanId);
    trace.lastNewsAt = Date.now();
    this.#untold.add(traceId);
  }

  tellEnded(): void {
    const now = Date.now();
    for (const traceId of this.#untold) {
      const trace = this.#traces.get(traceId);
      if (!trace || now - trace.lastNewsAt < QUIET_MILLIS) continue;
      if ([...trace.started].every((spanId) => trace.ended.has(spanId))) this.#tell(traceId);
    }
  }

  /** Tells of all that is left, as nothing more will come. */
  endAll(): void {
    for (const traceId of this.#untold) this.#tell(traceId);
  }

  #tell(traceId: string): void {
    this.#untold.delete(traceId);
    this.onEnd(traceId);
  }
}
