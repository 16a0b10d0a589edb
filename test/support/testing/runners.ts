import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from '../fixtures.js';
import { REPOSITORY } from '../fixtures.js';
import { pack } from '../pack.js';
import { createScratchFolder } from '../scratch.js';

const INSTALLED = join(REPOSITORY, 'node_modules');

/** The packages of a project that tests with the packed runtime. */
export function installPacked(others: readonly string[]): string {
  const folder = createScratchFolder();
  const packages = join(folder, 'node_modules');
  mkdirSync(packages);
  execFileSync('tar', ['xzf', pack('runtime', folder), '-C', packages]);
  renameSync(join(packages, 'package'), join(packages, 'traced-pool'));
  for (const name of others) symlinkSync(join(INSTALLED, name), join(packages, name));
  return packages;
}

const COMMANDS = {
  'node:test': ['--test', '--test-reporter=tap'],
  Jest: [join(INSTALLED, 'jest', 'bin', 'jest.js')],
  Vitest: [join(INSTALLED, 'vitest', 'vitest.mjs'), 'run'],
} as const;

export type Runner = keyof typeof COMMANDS;

export const RUNNERS = Object.keys(COMMANDS) as readonly Runner[];

/** Runs the tests of a project, as its user does; gives the exit code, and all that is printed. */
export function runTests(runner: Runner, files: Files, packages: string) {
  const folder = createScratchFolder({ 'package.json': '{}', ...files });
  symlinkSync(packages, join(folder, 'node_modules'));
  const { JEST_WORKER_ID: _worker, NODE_ENV: _mode, NODE_TEST_CONTEXT: _context, ...inherited } = process.env;
  const env = { ...inherited, NO_COLOR: '1', FORCE_COLOR: '0', CI: 'true' };
  const options = { cwd: folder, encoding: 'utf8', env, timeout: 60_000 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, COMMANDS[runner], options);
  return { status, output: `${stdout}${stderr}` };
}

/** The examples of a guide, by the names of their files. */
export function readExamples(guide: string): Files {
  const text = readFileSync(join(REPOSITORY, 'docs', guide), 'utf8');
  const found = text.matchAll(/<!-- example: (\S+) -->\n\n```\w+\n([^]*?)```/g);
  return Object.fromEntries([...found].map(([, name = '', code = '']) => [name, code]));
}
