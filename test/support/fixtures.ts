import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export const REPOSITORY = join(__dirname, '..', '..');
export const FIXTURES = join(REPOSITORY, '__testfixtures__');

/** Text of every file below a folder, by its path with forward slashes. */
export type Files = Readonly<Record<string, string>>;

export interface Fixture {
  readonly family: string;
  readonly name: string;
  readonly input: Files;
  /** The files that are to change, as they are to be. */
  readonly output: Files;
  /** What is to be reported: the sites, a line each; `undefined` where the case does not say. */
  readonly sites: string | undefined;
  /** The trace trees of a run after the migration; only cases that can be run have them. */
  readonly trace: string | undefined;
}

export function readFiles(folder: string): Files {
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(
    files.map((name) => [name.split(sep).join('/'), readFileSync(join(folder, name), 'utf8')]),
  );
}

function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function readFolderCase(family: string, name: string, folder: string): Fixture {
  return {
    family,
    name,
    input: readFiles(join(folder, 'input')),
    output: readFiles(join(folder, 'output')),
    sites: readIfThere(join(folder, 'sites.txt')),
    trace: readIfThere(join(folder, 'trace.txt')),
  };
}

function readFileCase(family: string, folder: string, inputName: string): Fixture {
  const name = inputName.split('.')[0] ?? inputName;
  const extension = inputName.slice(inputName.lastIndexOf('.'));
  const file = `${name}${extension}`;
  const output = readIfThere(join(folder, inputName.replace('.input.', '.output.')));
  return {
    family,
    name,
    input: { [file]: readFileSync(join(folder, inputName), 'utf8') },
    output: output === undefined ? {} : { [file]: output },
    sites: readIfThere(join(folder, `${name}.sites.txt`)),
    trace: undefined,
  };
}

/** The cases of a family: `<case>.input.<ext>` with its output beside it, or a folder with `input` and `output`. */
export function readFixtures(family: string): Fixture[] {
  const folder = join(FIXTURES, family);
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return [readFolderCase(family, entry.name, join(folder, entry.name))];
    return entry.name.includes('.input.') ? [readFileCase(family, folder, entry.name)] : [];
  });
}

/** The families that have fixtures. */
export function fixtureFamilies(): string[] {
  return readdirSync(FIXTURES).filter((name) => name !== 'apps' && !relative('.', name).startsWith('.'));
}
