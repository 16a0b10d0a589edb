import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createScratchFolder } from './scratch.js';

/** A span as the preload's exporter writes it. */
export interface ExportedSpan {
  /** The id of the thread whose SDK exported it: 0 is the main thread. */
  readonly exportedBy: number;
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes: Record<string, unknown>;
  readonly status: { readonly code: number; readonly message?: string };
  readonly service: string;
  readonly scope: string;
}

export interface RelayRun {
  readonly spans: readonly ExportedSpan[];
  /** The span ids that handlers told, under the span context of their request. */
  readonly made: readonly { readonly spanId: string; readonly parent: string }[];
  readonly warnings: readonly string[];
  readonly relayedSpans: { readonly handedOver: number; readonly dropped: number };
}

export interface RelayRunOptions {
  readonly how: '--require' | '--import' | 'NODE_OPTIONS';
  readonly env?: Record<string, string>;
  readonly handler?: string;
  /** Of each of the ten requests; @default 10 */
  readonly taskCount?: number;
  readonly pool?: object;
}

export const PRELOAD = join(__dirname, 'relay-preload.cjs');
const PROGRAM = join(__dirname, 'relay-program.cjs');

interface Line {
  readonly exportedBy?: number;
  readonly warning?: string;
  readonly parent?: { readonly spanId: string };
  readonly made?: readonly string[];
  readonly relayedSpans?: RelayRun['relayedSpans'];
}

/** Runs the requests of `relay-program.cjs` in a fresh process, with `relay-preload.cjs` loaded by the given means. */
export function runRelay({ how, env, ...rest }: RelayRunOptions): Promise<RelayRun> {
  const { handler = 'make', taskCount = 10, pool = {} } = rest;
  const outputFile = join(createScratchFolder({}), 'output.jsonl');
  const { NODE_OPTIONS: _inherited, ...inherited } = process.env;
  const viaEnvironment = how === 'NODE_OPTIONS' ? { NODE_OPTIONS: `--require ${PRELOAD}` } : {};
  const flags = how === 'NODE_OPTIONS' ? [] : [how, PRELOAD];
  const argv = [...flags, PROGRAM, handler, String(taskCount), JSON.stringify(pool)];
  return new Promise((resolve, reject) => {
    const options = {
      env: { ...inherited, ...viaEnvironment, OUTPUT_FILE: outputFile, ...env },
      timeout: 50_000,
    };
    execFile(process.execPath, argv, options, (error, _stdout, stderr) => {
      if (error) return reject(new Error(`${error.message}\n${stderr}`));
      const lines = readFileSync(outputFile, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Line);
      resolve({
        spans: lines.filter((line) => line.exportedBy !== undefined) as unknown as ExportedSpan[],
        made: lines.flatMap(({ made = [], parent }) =>
          made.map((spanId) => ({ spanId, parent: parent?.spanId ?? '' })),
        ),
        warnings: lines.flatMap(({ warning }) => warning ?? []),
        relayedSpans: lines.at(-1)?.relayedSpans ?? { handedOver: -1, dropped: -1 },
      });
    });
  });
}
