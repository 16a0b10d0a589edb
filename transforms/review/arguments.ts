import { availableParallelism } from 'node:os';
import { existsSync, statSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import type { FamilyDescription } from '../engine/family.js';
import type { Place } from './explanation.js';
import { REPORT_EXTENSIONS } from './report-extensions.js';
import { toPlace } from './targets.js';
import { UsageError } from './usage-error.js';

const MAX_JOBS = 64;

export interface Arguments {
  /** As the user gave them. */
  readonly paths: readonly string[];
  readonly write: boolean;
  readonly allowDirty: boolean;
  readonly check: boolean;
  readonly report: readonly string[];
  readonly family: readonly string[];
  readonly minimal: boolean;
  readonly alias: Readonly<Record<string, string>>;
  readonly ignore: readonly string[];
  readonly gitignore: boolean;
  /** Absolute. */
  readonly tsconfig?: string;
  readonly jobs: number;
  readonly mark: boolean;
  readonly list: boolean;
  /** What `explain` was asked about. */
  readonly explain?: Place;
}

function collectAlias(value: string, aliases: Record<string, string>): Record<string, string> {
  const [other, name, ...rest] = value.split('=');
  if (!other || !name || rest.length > 0)
    throw new InvalidArgumentError('It must have the form @acme/piscina=piscina.');
  return { ...aliases, [other]: name };
}

function collect(value: string, values: readonly string[]): readonly string[] {
  return [...values, value];
}

function checkReport(path: string, paths: readonly string[]): readonly string[] {
  const extension = extname(path);
  if (!REPORT_EXTENSIONS.some((known) => known === extension)) {
    throw new InvalidArgumentError(`Its name must end in ${REPORT_EXTENSIONS.join(' or ')}.`);
  }
  if (!existsSync(dirname(resolve(path)))) throw new InvalidArgumentError('Its folder does not exist.');
  if (existsSync(path) && !statSync(path).isFile()) throw new InvalidArgumentError('It is not a file.');
  return [...paths, path];
}

function toFamilies(known: readonly string[]) {
  return (value: string): readonly string[] => {
    const names = value.split(',').map((name) => name.trim());
    const unknown = names.filter((name) => !known.includes(name));
    if (unknown.length > 0) throw new InvalidArgumentError(`There are: ${known.join(', ')}.`);
    return names;
  };
}

function toConfigPath(path: string): string {
  if (!existsSync(path) || !statSync(path).isFile()) throw new InvalidArgumentError('It is not a file.');
  return resolve(path);
}

function toJobs(value: string): number {
  const jobs = Number(value);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > MAX_JOBS)
    throw new InvalidArgumentError(`It must be a whole number from 1 to ${MAX_JOBS}.`);
  return jobs;
}

/**
 * Reads the command line.
 *
 * @throws UsageError for a mistake; CommanderError with exit code 0 when help or version was asked for and printed.
 */
export function readArguments(
  argv: readonly string[],
  families: readonly string[],
  version: string,
): Arguments {
  const command = new Command('traced-pool-codemod')
    .description(
      'Shows, as a diff, a codebase moved from bare worker pools to traced ones; --write applies it.',
    )
    .argument('[path...]', 'the files and folders to look at', ['.'])
    .option('--write', 'apply the diff; a git tree with uncommitted changes is refused', false)
    .option('--allow-dirty', 'write into a tree with uncommitted changes as well', false)
    .option('--check', 'exit 1 if anything would change or was refused, for CI', false)
    .option(
      '--report <file>',
      `write a report (${REPORT_EXTENSIONS.join(', ')}); repeatable`,
      checkReport,
      [],
    )
    .option(
      '--family <names>',
      `only these families (${families.join(', ')})`,
      toFamilies(families),
      families,
    )
    .option('--minimal', 'imports and constructors only; call sites keep their verb', false)
    .option(
      '--alias <other=name>',
      'a library under another name: @acme/piscina=piscina; repeatable',
      collectAlias,
      {},
    )
    .option('--ignore <glob>', 'leave files out, in the syntax of .gitignore; repeatable', collect, [])
    .option('--no-gitignore', 'look at files that git ignores as well')
    .option('--tsconfig <file>', 'resolve all imports by it, in the place of the nearest one', toConfigPath)
    .option(
      '--jobs <number>',
      'threads at work, 1 to 64; the result is the same',
      toJobs,
      Math.min(availableParallelism(), 2),
    )
    .option('--mark', 'leave a comment at each place that was refused, once', false)
    .option('--list', 'print the families and what they rewrite', false)
    .version(version, '--version')
    .helpOption('--help')
    .configureHelp({
      optionDescription: ({ description }) => description,
      argumentDescription: ({ description }) => description,
    })
    .addHelpText('after', '\nexplain FILE:LINE [path...]  tells why a line was treated so, with the proof')
    .configureOutput({ outputError: () => {} })
    .exitOverride();
  const explain = argv[0] === 'explain' ? toPlace(argv[1]) : undefined;
  try {
    command.parse(argv.slice(explain ? 2 : 0), { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode !== 0) {
      const sentence = error.message
        .replace(/^error: /, '')
        .replace(/\s*\n\s*/g, ' ')
        .replace(/\.$/, '');
      throw new UsageError(`${sentence}; --help lists the options`, {
        cause: error,
      });
    }
    throw error;
  }
  const paths = command.processedArgs[0] as string[];
  return { ...command.opts<Omit<Arguments, 'paths'>>(), paths, ...(explain && { explain }) };
}

/** @throws UsageError where an alias stands for a package that no family knows, and so would do nothing. */
export function checkAliases(aliases: Arguments['alias'], families: readonly FamilyDescription[]): void {
  const known = families.flatMap(({ packages }) => packages);
  const unknown = Object.entries(aliases).find(([, name]) => !known.includes(name));
  if (!unknown) return;
  throw new UsageError(
    `--alias ${unknown.join('=')}: no family knows ${unknown[1]}; there are: ${known.join(', ')}`,
  );
}

/** The command line of a run with these arguments, for a shell. */
export function formatCommand(words: readonly string[]): string {
  const quote = (word: string): string =>
    /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
  return ['npx', 'traced-pool-codemod', ...words.map(quote)].join(' ');
}
