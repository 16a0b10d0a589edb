import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { once } from 'node:events';
import { CLI } from './cli.js';
import type { Files } from './fixtures.js';
import { createScratchFolder, linkPackages } from './scratch.js';

export interface VerifyRun {
  /** What `verify` and the command exit with. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder with a program, and the packages that are installed here, or in another folder. */
export function createProgram(files: Files, packages?: string): string {
  const folder = createScratchFolder(files);
  linkPackages(folder, packages);
  return folder;
}

/** Starts `verify`, without colours. */
export function startVerify(
  folder: string,
  words: readonly string[],
  variables: NodeJS.ProcessEnv = {},
): ChildProcess {
  const env = { ...process.env, FORCE_COLOR: '0', NODE_ENV: 'production', ...variables };
  return spawn(process.execPath, [CLI, 'verify', ...words], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs `verify` to its end. */
export async function runVerify(
  folder: string,
  words: readonly string[],
  variables?: NodeJS.ProcessEnv,
): Promise<VerifyRun> {
  const child = startVerify(folder, words, variables);
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error('there are no pipes');
  const [out, error, [code]] = await Promise.all([text(stdout), text(stderr), once(child, 'close')]);
  return { code: code as number | null, stdout: out, stderr: error };
}

/** What a verdict counts, but for what it counts none of. */
export function countsOf({ stdout }: VerifyRun): Readonly<Record<string, number>> {
  const [, line = ''] = /^(\d+ wrong-request, .*)$/m.exec(stdout) ?? [];
  const counts = line.split(', ').map((part) => part.split(' ') as [string, string]);
  return Object.fromEntries(
    counts.filter(([count]) => count !== '0').map(([count, code]) => [code, Number(count)]),
  );
}

/** An SDK whose exporter writes the names of spans to a file, for the modules of a program. */
export const TELEMETRY = `
const { appendFileSync } = require('node:fs');
const { BatchSpanProcessor } = require('@opentelemetry/sdk-trace-base');
const { NodeTracerProvider } = require('@opentelemetry/sdk-trace-node');

class FileExporter {
  export(spans, done) {
    appendFileSync('exported.txt', spans.map(({ name }) => name + '\\n').join(''));
    done({ code: 0 });
  }
  shutdown() { return Promise.resolve(); }
}
exports.provider = new NodeTracerProvider({ spanProcessors: [new BatchSpanProcessor(new FileExporter())] });
exports.provider.register();
`;

/** A program's counts, and what its exporter wrote to `exported.txt`, in order of the names. */
export async function verifyProgram(
  files: Files,
  { packages, node = process.execPath }: { readonly packages?: string; readonly node?: string } = {},
) {
  const folder = createProgram(files, packages);
  const main = Object.keys(files).find((name) => name.startsWith('main.')) ?? '';
  const run = await runVerify(folder, ['--', node, main]);
  const path = join(folder, 'exported.txt');
  const exported = existsSync(path) ? readFileSync(path, 'utf8').trim().split(/\s+/).toSorted() : [];
  return { ...run, counts: countsOf(run), exported };
}
