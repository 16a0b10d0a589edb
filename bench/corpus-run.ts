import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** What the check reads of a site in the JSON report. */
export interface ReportedSite {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly kind: string;
  readonly outcome?: string;
  readonly code?: string | null;
}

/** What the check reads of the JSON report. */
export interface Report {
  readonly files: readonly { readonly path: string; readonly changed: boolean }[];
  readonly sites: readonly ReportedSite[];
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
  readonly totals: {
    readonly filesScanned: number;
    readonly filesChanged: number;
    readonly sites: number;
    readonly rewritten: number;
    readonly refused: number;
    readonly alreadyTraced: number;
    readonly failed: number;
  };
}

export interface CliRun {
  readonly status: number | null;
  readonly stderr: string;
  readonly wallMillis: number;
  readonly maxMemoryMegabytes: number;
  /** `undefined` where none was written. */
  readonly report: Report | undefined;
}

const TIME = '/usr/bin/time';
const TIMEOUT_MILLIS = 600_000;

/** Runs the command line on a folder. Unlike `timeProcess` it takes a failure for a result. */
export function runCli(
  cli: string,
  folder: string,
  reportFile: string,
  words: readonly string[] = [],
): CliRun {
  const command = [process.execPath, cli, '.', '--report', reportFile, ...words];
  const hasTime = existsSync(TIME);
  const [program = '', ...rest] = hasTime ? [TIME, '-f', '\n%M', ...command] : command;
  const start = performance.now();
  const { status, stderr } = spawnSync(program, rest, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: Infinity,
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: TIMEOUT_MILLIS,
  });
  const wallMillis = performance.now() - start;
  const kilobytes = hasTime ? Number(stderr.trimEnd().split('\n').at(-1)) : NaN;
  const report = existsSync(reportFile)
    ? (JSON.parse(readFileSync(reportFile, 'utf8')) as Report)
    : undefined;
  return { status, stderr, wallMillis, maxMemoryMegabytes: kilobytes / 1024, report };
}
