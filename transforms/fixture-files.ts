import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Text of every file below a folder, by its path with forward slashes. */
export type Files = Readonly<Record<string, string>>;

/** Code, and what the codemod is to make of it. */
export interface Fixture {
  readonly name: string;
  readonly input: Files;
  /** The files that are to change, as they are to be; none where nothing may change. */
  readonly output: Files;
  /**
   * What is to be reported: a line for each site, such as `pool.ts:3:14 construct rewritten`; `undefined` where the fixture
   * does not say.
   */
  readonly sites: string | undefined;
}

/** The files below a folder, which may be missing. */
export function readFiles(folder: string): Files {
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(
    files.map((name) => [name.split(sep).join('/'), readFileSync(join(folder, name), 'utf8')]),
  );
}

/** A file's text; `undefined` where it is missing. */
function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function readFolder(folder: string, name: string): Fixture {
  return {
    name,
    input: readFiles(join(folder, name, 'input')),
    output: readFiles(join(folder, name, 'output')),
    sites: readIfThere(join(folder, name, 'sites.txt')),
  };
}

function readFile(folder: string, inputName: string): Fixture {
  const name = inputName.split('.')[0] ?? inputName;
  const file = `${name}${inputName.slice(inputName.lastIndexOf('.'))}`;
  const output = readIfThere(join(folder, inputName.replace('.input.', '.output.')));
  return {
    name,
    input: { [file]: readFileSync(join(folder, inputName), 'utf8') },
    output: output === undefined ? {} : { [file]: output },
    sites: readIfThere(join(folder, `${name}.sites.txt`)),
  };
}

/**
 * Reads the fixtures in a folder: `<name>.input.ts`, of any extension, with `<name>.output.ts` beside it where it is to
 * change, and `<name>/` with the folders `input` and `output` where files change together. What is to be reported may be in
 * `<name>.sites.txt`, or `<name>/sites.txt`.
 *
 * @throws Error where there is none, as a test of nothing would pass, and where two have the same name.
 */
export function readFixtures(folder: string): Fixture[] {
  const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
  const fixtures = entries.flatMap((entry) => {
    if (entry.isDirectory())
      return existsSync(join(folder, entry.name, 'input')) ? [readFolder(folder, entry.name)] : [];
    return entry.name.includes('.input.') ? [readFile(folder, entry.name)] : [];
  });
  if (fixtures.length === 0)
    throw new Error(`${folder} has no fixtures; give a folder with files such as pool.input.ts`);
  const names = fixtures.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice === undefined) return fixtures;
  throw new Error(`${folder} has two fixtures with the name ${twice}; rename one`);
}
