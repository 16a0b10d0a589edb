import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createScratchFolder } from '../scratch.js';
import { createApplication, findNode } from './application.js';
import type { RelayCase, SdkLine } from './relay-case.js';

interface SpanIds {
  readonly traceId: string;
  readonly spanId: string;
}

/** A span that a handler has made, as the handler noted it. */
export interface NotedSpan extends SpanIds {
  readonly in: string;
  /** The span that is to be its parent. */
  readonly parent: SpanIds;
  readonly isRecording: boolean;
  readonly endedBy: 'worker' | 'executor' | 'either';
}

/** A span as an exporter got it. */
export interface ExportedSpan extends SpanIds {
  readonly out: string;
  /** Which of the processors the exporter belongs to. */
  readonly exporter: number;
  /** The thread whose SDK exported it: 0 is the main thread. */
  readonly threadId: number;
  readonly parentSpanId?: string;
  readonly status: number;
  readonly errorType?: string;
  readonly isClosed?: boolean;
}

export interface CaseRun {
  readonly requests: readonly { readonly request: string; readonly isRecording: boolean }[];
  readonly noted: readonly NotedSpan[];
  readonly exported: readonly ExportedSpan[];
  readonly counts: { readonly handedOver: number; readonly dropped: number; readonly peakMegabytes: number };
}

const TIMEOUT_MILLIS = 40_000;
const applications = new Map<SdkLine, string>();

function applicationOf(line: SdkLine): string {
  const folder = applications.get(line) ?? createApplication(line);
  applications.set(line, folder);
  return folder;
}

function readOutput(outputFile: string): CaseRun {
  const entries = readFileSync(outputFile, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
  const having = <Entry>(key: string): Entry[] => entries.filter((entry) => key in entry) as Entry[];
  const [counts] = having<CaseRun['counts']>('handedOver');
  if (!counts) throw new Error('The program has not come to its end');
  return { requests: having('request'), noted: having('in'), exported: having('out'), counts };
}

/** Runs a case in a fresh process, which is killed if it hangs. */
export function runCase({ line, sdk, ...rest }: RelayCase): Promise<CaseRun> {
  const { kind = 'bare', processors = ['batch'], exportMillis = 0, scenario, pool = {}, details } = rest;
  const folder = applicationOf(line);
  const outputFile = join(createScratchFolder(), 'output.jsonl');
  const configuration = { line, sdk, kind, processors, exportMillis, scenario, pool, outputFile, ...details };
  const preload = join(folder, 'preload.cjs');
  const flags = sdk.startsWith('--') ? [sdk, preload] : [];
  const { NODE_OPTIONS: _inherited, ...inherited } = process.env;
  const env = {
    ...inherited,
    OTEL_LOGS_EXPORTER: 'none',
    OTEL_METRICS_EXPORTER: 'none',
    ...(sdk === 'NODE_OPTIONS' && { NODE_OPTIONS: `--require ${preload}` }),
  };
  const argv = [...flags, join(folder, 'main.cjs'), JSON.stringify(configuration)];
  const options = { env, timeout: TIMEOUT_MILLIS, killSignal: 'SIGKILL' } as const;
  return new Promise((resolve, reject) => {
    execFile(findNode(line), argv, options, (error, stdout, stderr) => {
      if (error) return reject(new Error(`${error.message}\n${stdout}\n${stderr}`));
      try {
        resolve(readOutput(outputFile));
      } catch (failure) {
        reject(failure);
      }
    });
  });
}
