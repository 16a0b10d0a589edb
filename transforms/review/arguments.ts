import { availableParallelism } from 'node:os';
import { Command, CommanderError } from 'commander';
import type { FamilyDescription } from '../engine/family.js';
import {
  checkReport,
  collect,
  collectAlias,
  toColour,
  toConfigPath,
  toFamilies,
  toJobs,
  toNewPath,
} from './argument-values.js';
import type { CheckOptions } from './check/check.js';
import type { Place } from './explanation.js';
import { REPORT_EXTENSIONS } from './report-extensions.js';
import { toPlace } from './targets.js';
import { UsageError } from './usage-error.js';

export interface Arguments {
  /** As the user gave them. */
  readonly paths: readonly string[];
  readonly write: boolean;
  readonly allowDirty: boolean;
  readonly check: boolean;
  readonly baseline?: string;
  readonly updateBaseline: boolean;
  readonly since?: string;
  readonly staged: boolean;
  readonly quiet: boolean;
  readonly color: 'auto' | 'always' | 'never';
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
    .option('--baseline <file>', 'check only for what is not in this file', toNewPath)
    .option('--update-baseline', 'write all that is found now to that file', false)
    .option('--since <commit>', 'check only lines that are new since then', String)
    .option('--staged', 'check only lines that are staged', false)
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
    .option('--quiet', 'no diff, only what was found and done', false)
    .option('--color <when>', 'auto, always or never', toColour, 'auto')
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
  const given = command.opts<Omit<Arguments, 'paths'>>();
  checkCombination(given);
  return { ...given, paths, ...(explain && { explain }) };
}

function checkCombination({ baseline, updateBaseline, since, staged }: Omit<Arguments, 'paths'>): void {
  if (updateBaseline && baseline === undefined)
    throw new UsageError('--update-baseline needs --baseline FILE, which is where it writes');
  if (since !== undefined && staged)
    throw new UsageError('--since and --staged are two answers to one question; give one of them');
}

/** What to check for; `undefined` where nothing is checked. */
export function toCheck({ check, baseline, since, staged }: Arguments): CheckOptions | undefined {
  const isScoped = since !== undefined || staged;
  if (!check && !isScoped && baseline === undefined) return undefined;
  const scope = since === undefined ? ({ isStaged: true } as const) : { since };
  return { ...(baseline !== undefined && { baseline }), ...(isScoped && { scope }) };
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
