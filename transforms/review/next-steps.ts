import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const LOCK_FILES: readonly (readonly [file: string, manager: string])[] = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
  ['package-lock.json', 'npm'],
];
/** The scripts to run after a rewrite, by what they are often called; of each kind the first that there is. */
const SCRIPTS: readonly (readonly string[])[] = [
  ['format', 'fmt', 'prettier', 'format:fix', 'lint:fix'],
  ['typecheck', 'type-check', 'check-types', 'check:types', 'types', 'tsc'],
  ['test'],
];

/** The options that a run with `--write` has no use for, or that are given to it anyway, and whether a value follows. */
const LEFT_OUT: Readonly<Record<string, boolean>> = {
  '--write': false,
  '--allow-dirty': false,
  '--check': false,
  '--baseline': true,
  '--update-baseline': false,
  '--since': true,
  '--staged': false,
};

/** The command line, for a shell, of a run that writes what one with these arguments has found. */
export function formatWriteCommand(given: readonly string[]): string {
  const words = given.filter((word, index) => {
    const [option = ''] = word.split('=');
    const former = given[index - 1] ?? '';
    return !Object.hasOwn(LEFT_OUT, option) && !(Object.hasOwn(LEFT_OUT, former) && LEFT_OUT[former]);
  });
  const quote = (word: string): string =>
    /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
  const writes = words.includes('--interactive') ? [] : ['--write'];
  return ['npx', 'traced-pool-codemod', ...words.map(quote), ...writes].join(' ');
}

/** The folder and those that hold it, the innermost first. */
function foldersFrom(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...foldersFrom(parent)];
}

function readScripts(root: string): readonly string[] {
  const path = foldersFrom(root)
    .map((folder) => join(folder, 'package.json'))
    .find((candidate) => existsSync(candidate));
  try {
    const { scripts = {} } = JSON.parse(readFileSync(path ?? '', 'utf8')) as { scripts?: object };
    return Object.keys(scripts);
  } catch {
    return [];
  }
}

/** The project's package manager, by the nearest lock file; npm where there is none. */
function findManager(root: string): string {
  for (const folder of foldersFrom(root)) {
    const found = LOCK_FILES.find(([file]) => existsSync(join(folder, file)));
    if (found) return found[1];
  }
  return 'npm';
}

/**
 * What to type after a rewrite: install, then the project's own scripts that format, check types and test.
 *
 * @param installs whether a package.json gained a dependency.
 */
export function findNextSteps(root: string, installs: boolean): string[] {
  const manager = findManager(root);
  const scripts = readScripts(root);
  const own = SCRIPTS.flatMap((names) => names.find((name) => scripts.includes(name)) ?? []);
  const commands = own.map((name) => (name === 'test' ? `${manager} test` : `${manager} run ${name}`));
  return [...(installs ? [`${manager} install`] : []), ...commands];
}
