import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { QueueRow } from './queue-rows.js';

const REPOSITORY = join(__dirname, ...(__dirname.endsWith('dist') ? ['..', '..'] : ['..']));
const PROGRAMS = join(REPOSITORY, 'bench', 'queue-programs');

/** What `serve.cjs` prints. */
export interface Served {
  /** How many requests have all spans of their jobs below them. */
  readonly right: number;
  readonly requests: number;
  readonly answers: readonly string[];
  /** The jobs' spans in the order in which they ended. */
  readonly order: readonly string[];
}

/** A program with one version of its library, ready to run. */
export interface QueueCase {
  readonly row: QueueRow;
  readonly version: string;
  readonly folder: string;
}

function aliasFolder(alias: string): string {
  const folders = [join(REPOSITORY, 'bench', 'queue-versions'), REPOSITORY];
  const found = folders.map((folder) => join(folder, 'node_modules', alias)).find((path) => existsSync(path));
  if (found === undefined) throw new Error(`${alias} is not installed; run npm ci`);
  return found;
}

function link(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path);
}

interface Manifest {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Installs a package as npm does, under its own name, beside what it needs. */
function install(installed: string, name: string, modules: string): Manifest {
  const origin = realpathSync(installed);
  cpSync(origin, join(modules, name), {
    recursive: true,
    filter: (path) => basename(path) !== 'node_modules',
  });
  const manifest = JSON.parse(readFileSync(join(origin, 'package.json'), 'utf8')) as Manifest;
  const folders = createRequire(join(origin, 'package.json')).resolve.paths('any') ?? [];
  for (const needed of Object.keys(manifest.dependencies ?? {})) {
    const found = folders.map((folder) => join(folder, needed)).find((path) => existsSync(path));
    if (found === undefined) throw new Error(`${needed} of ${name} is not installed; run npm ci`);
    link(found, join(modules, needed));
  }
  return manifest;
}

/** Makes a folder with a program, its package.json and its packages. */
export function prepareCase(row: QueueRow, alias: string, folder: string): QueueCase {
  const modules = join(folder, 'node_modules');
  mkdirSync(modules, { recursive: true });
  const { version } = install(aliasFolder(alias), row.library, modules);
  const manifest = { name: alias, private: true, dependencies: { [row.library]: `^${version}` } };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  for (const name of [row.program, 'work.cjs', 'serve.cjs']) cpSync(join(PROGRAMS, name), join(folder, name));
  for (const name of ['@opentelemetry', 'traced-pool'])
    link(join(REPOSITORY, 'node_modules', name), join(modules, name));
  return { row, version, folder };
}

/** Serves four requests by a program, in a process of its own. */
export function serve({ row, folder }: QueueCase): Promise<Served> {
  const options = { cwd: folder, timeout: 30_000 };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, ['serve.cjs', row.program], options, (error, stdout) => {
      if (error) reject(new Error(`${row.program} failed in ${folder}`, { cause: error }));
      else resolve(JSON.parse(stdout) as Served);
    });
  });
}

/** Applies the codemod to all that lies below a folder. */
export function migrate(folder: string): Promise<void> {
  const cli = join(REPOSITORY, 'dist', 'cli.js');
  const options = { timeout: 60_000, env: { ...process.env, FORCE_COLOR: '0' } };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [cli, folder, '--write'], options, (error, _stdout, stderr) => {
      if (error) reject(new Error(`the codemod failed: ${stderr}`, { cause: error }));
      else resolve();
    });
  });
}
