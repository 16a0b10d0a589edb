import { spawnSync } from 'node:child_process';
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

const REPOSITORY = join(__dirname, '..', '..');
const NODE = process.execPath;
const PACKAGES = ['piscina', 'traced-pool'];

function isOnPath(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** What is timed: ours first, then what it is measured by, as far as this machine has it. */
export function listRuns(
  { withPools, withoutPools, large }: Trees,
  cli: string,
  hasJscodeshift: boolean,
): Run[] {
  const ours = (name: string, folder: string, ...words: string[]): Run => ({
    name,
    command: [NODE, cli, ...words],
    folder,
  });
  const runs: Run[] = [
    { name: 'node -e 0', command: [NODE, '-e', '0'], folder: withPools },
    ours('--help', withPools, '--help'),
    ours('--list', withPools, '--list'),
    ours('dry run, no pool', withoutPools),
    ours('dry run', withPools),
  ];
  if (large !== undefined) runs.push({ ...ours('dry run, ten times the files', large), isSlow: true });
  if (isOnPath('rg')) {
    const words = PACKAGES.flatMap((name) => ['-e', name]);
    runs.push({ name: 'rg -l', command: ['rg', '-l', ...words], folder: withPools });
  }
  if (isOnPath('ast-grep')) {
    const command = ['ast-grep', 'run', '-l', 'ts', '-p', 'new Piscina($$$)'];
    runs.push({ name: 'ast-grep', command, folder: withPools });
  }
  if (hasJscodeshift) {
    // The very program that npx would start, without the start of npx.
    const jscodeshift = join(REPOSITORY, 'node_modules/jscodeshift/bin/jscodeshift.js');
    const transform = join(REPOSITORY, 'dist/piscina/index.js');
    const options = ['--dry', '--silent', '--cpus=2', '--extensions=ts,tsx,js,cjs', '-t', transform];
    const command = [NODE, jscodeshift, ...options, '.'];
    runs.push({ name: 'jscodeshift', command, folder: withPools, isSlow: true });
  }
  return runs;
}
