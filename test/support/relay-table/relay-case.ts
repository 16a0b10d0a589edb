/** A line of the OpenTelemetry SDK. */
export type SdkLine = 1 | 2 | 3;

export type ProcessorName = 'batch' | 'simple' | 'throwing';

/** A row of the table of the relay: what one fresh process does. */
export interface RelayCase {
  readonly title: string;
  readonly line: SdkLine;
  /** Who sets up the SDK: the main program in its own thread, a preload in every thread that it reaches, nobody. */
  readonly sdk: 'main' | '--import' | '--require' | 'NODE_OPTIONS' | 'none';
  /** @default 'bare', a tracer provider */
  readonly kind?: 'bare' | 'NodeSDK';
  /** @default one batch processor with its own defaults */
  readonly processors?: readonly ProcessorName[];
  /** How long the exporter takes to answer. @default 0, it answers at once */
  readonly exportMillis?: number;
  /** A function of `application/scenarios-*.cjs`. */
  readonly scenario: string;
  /** What the scenario is told besides. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** Options of each executor in the main thread. */
  readonly pool?: object;
  /** How many spans the handlers start; without an SDK, none of them is recorded. */
  readonly startedCount: number;
  /** Whether the row notes how much memory the process has taken. */
  readonly isMemoryNoted?: boolean;
}
