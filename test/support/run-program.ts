import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SpanContext } from '@opentelemetry/api';
import type { CollectedSpan } from 'traced-pool/testing';
import { createScratchFolder, linkPackages } from './scratch.js';
import type { Files } from './fixtures.js';

export interface ProgramRun {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  readonly spans: readonly CollectedSpan[];
}

/** What the preload has written of a span. */
type SpanRecord = CollectedSpan & { readonly context: SpanContext };

function readSpan(line: string): CollectedSpan {
  const { context, ...span } = JSON.parse(line) as SpanRecord;
  return { ...span, spanContext: () => context };
}

const PRELOAD = join(__dirname, 'tracing-preload.cjs');

/**
 * Runs `main.*` of a program in a fresh process, with OpenTelemetry set up in its main thread.
 *
 * @param packages the folder of its packages; those that are installed here by default.
 */
export function runProgram(files: Files, packages?: string): Promise<ProgramRun> {
  const folder = createScratchFolder(files);
  linkPackages(folder, packages);
  const main = Object.keys(files).find((name) => /^main\.[cm]?[jt]s$/.test(name));
  if (!main) throw new Error('a program needs a main file');
  const spansFile = join(folder, 'spans.jsonl');
  const loader = main.endsWith('ts') ? ['--import', 'tsx'] : [];
  // Jest's own is no concern of theirs.
  const env = { ...process.env, NODE_ENV: 'production', SPANS_FILE: spansFile };
  const options = { cwd: folder, env, timeout: 30_000 };
  return new Promise((resolve) => {
    execFile(process.execPath, ['--require', PRELOAD, ...loader, main], options, (error, stdout, stderr) => {
      const lines = existsSync(spansFile) ? readFileSync(spansFile, 'utf8').trim().split('\n') : [];
      const spans = lines.map(readSpan);
      const exitCode = error ? (typeof error.code === 'number' ? error.code : 1) : 0;
      resolve({ stdout, stderr, exitCode, spans });
    });
  });
}
