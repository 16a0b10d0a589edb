import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** A command whose whole process is timed. */
export interface Run {
  readonly name: string;
  readonly command: readonly string[];
  readonly folder: string;
  /** It takes so long that one round is enough. */
  readonly isSlow?: boolean;
}

export interface Trees {
  readonly withPools: string;
  readonly withoutPools: string;
  /** Ten times the files and pools. */
  readonly large?: string | undefined;
}

/** What any proof from types takes at least. */
export const TYPESCRIPT = 'TypeScript alone';

const REPOSITORY = join(__dirname, '..', '..', '..');
const TOOLS = join(REPOSITORY, 'bench', 'tools');
const CLI = join(REPOSITORY, 'dist', 'cli.js');
const TYPE_CHECK = join(REPOSITORY, 'bench', 'figures', 'type-check.cjs');
const NODE = process.execPath;
const PACKAGES = ['piscina', 'traced-pool'];

/** Installs what the codemod is timed beside, 200 MB that nothing else needs, where that has not been done. */
export function installTools(): void {
  if (existsSync(join(TOOLS, 'node_modules'))) return;
  execFileSync('npm', ['ci'], { cwd: TOOLS, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** The programs that have been installed into `bench/tools`; none where that has not been done. */
function findTools(): { rg: string; astGrep: string; codemod: string } | undefined {
  const modules = join(TOOLS, 'node_modules');
  if (!existsSync(modules)) return undefined;
  const { rgPath } = createRequire(join(TOOLS, 'package.json'))('@vscode/ripgrep') as { rgPath: string };
  // The package's own script, which is not run here, would only copy it.
  const platform = readdirSync(join(modules, '@ast-grep')).find((name) => name.startsWith('cli-'));
  return {
    rg: rgPath,
    astGrep: join(modules, '@ast-grep', platform ?? 'cli', 'ast-grep'),
    codemod: join(modules, '.bin', 'codemod'),
  };
}

function listToolRuns(folder: string): Run[] {
  const tools = findTools();
  if (!tools) return [];
  const words = PACKAGES.flatMap((name) => ['-e', name]);
  const jssg = ['jssg', 'run', join(TOOLS, 'new-piscina.mjs'), '--language', 'typescript', '-t', folder];
  const quietly = ['--dry-run', '--no-interactive', '--allow-dirty', '--disable-analytics', '--no-color'];
  return [
    { name: 'rg -l', command: [tools.rg, '-l', ...words], folder },
    {
      name: 'ast-grep',
      command: [tools.astGrep, 'run', '-l', 'ts', '-p', 'new Piscina($$$OPTIONS)'],
      folder,
    },
    { name: 'jssg', command: [tools.codemod, ...jssg, ...quietly], folder, isSlow: true },
  ];
}

/** What is timed: ours first, then what it is measured by. */
export function listRuns({ withPools, withoutPools, large }: Trees): Run[] {
  const ours = (name: string, folder: string, ...words: string[]): Run => ({
    name,
    command: [NODE, CLI, ...words],
    folder,
  });
  // The very program that npx would start, without the start of npx.
  const jscodeshift = [NODE, join(REPOSITORY, 'node_modules/jscodeshift/bin/jscodeshift.js')];
  const options = ['--dry', '--silent', '--cpus=2', '--extensions=ts,tsx,js,cjs'];
  const transform = ['-t', join(REPOSITORY, 'dist/piscina/index.js'), '.'];
  return [
    { name: 'node -e 0', command: [NODE, '-e', '0'], folder: withPools },
    ours('--help', withPools, '--help'),
    ours('dry run, no pool', withoutPools),
    ours('dry run', withPools),
    ...(large === undefined ? [] : [{ ...ours('dry run, ten times the files', large), isSlow: true }]),
    { name: TYPESCRIPT, command: [NODE, TYPE_CHECK, '.', ...PACKAGES], folder: withPools },
    ...listToolRuns(withPools),
    {
      name: 'jscodeshift',
      command: [...jscodeshift, ...options, ...transform],
      folder: withPools,
      isSlow: true,
    },
  ];
}
