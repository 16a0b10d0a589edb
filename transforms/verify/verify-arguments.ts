import { existsSync } from 'node:fs';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { toColour, toNewPath } from '../review/command-line/argument-values.js';
import { UsageError } from '../review/usage-error.js';
import { formatVerifyHelp, VERIFY_OPTIONS } from './verify-options.js';

export interface VerifyArguments {
  /** What is run, and its arguments. */
  readonly command: readonly string[];
  readonly timeoutMillis?: number;
  readonly idleMillis?: number;
  /** Where the spans go, in OTLP JSON. */
  readonly save?: string;
  readonly compare?: string;
  readonly html?: string;
  readonly quiet: boolean;
  readonly color: 'auto' | 'always' | 'never';
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000 };
/** As long as a timer can be. */
const MAX_MILLIS = 2 ** 31 - 1;

/** Reads `500ms`, `30s`, `2m`, or a number of seconds. */
export function toMillis(text: string): number {
  const [, number = '', unit = 's'] = /^(\d+(?:\.\d+)?)(ms|s|m)?$/.exec(text) ?? [];
  const millis = Number(number) * (UNITS[unit] ?? 0);
  if (number === '' || millis < 1 || millis > MAX_MILLIS)
    throw new InvalidArgumentError('It must be a time, such as 500ms, 30s or 2m.');
  return millis;
}

function toExisting(path: string): string {
  if (!existsSync(path)) throw new InvalidArgumentError('There is no such file.');
  return path;
}

const PARSERS: Readonly<Record<string, (text: string) => unknown>> = {
  time: toMillis,
  file: toNewPath,
  saved: toExisting,
  when: toColour,
};

/**
 * Reads what follows `verify` on the command line.
 *
 * @throws UsageError for a mistake; CommanderError with exit code 0 when help was asked for and printed.
 */
export function readVerifyArguments(argv: readonly string[]): VerifyArguments {
  const end = argv.indexOf('--');
  const own = end < 0 ? argv : argv.slice(0, end);
  const parser = new Command('verify').configureHelp({ formatHelp: formatVerifyHelp });
  parser
    .helpOption('--help')
    .configureOutput({ outputError: () => {} })
    .exitOverride();
  for (const { flags, kind } of VERIFY_OPTIONS) {
    const parse = kind === undefined ? undefined : PARSERS[kind];
    if (parse) parser.option(flags, '', parse);
    else parser.option(flags, '', false);
  }
  try {
    parser.parse([...own], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError) || error.exitCode === 0) throw error;
    const isCommand = error.code === 'commander.excessArguments';
    const sentence = isCommand
      ? 'the command comes after two hyphens: verify -- npm start'
      : `${error.message.replace(/^error: /, '').replace(/\.$/, '')}; verify --help lists the options`;
    throw new UsageError(sentence, { cause: error });
  }
  const command = end < 0 ? [] : argv.slice(end + 1);
  if (command.length === 0)
    throw new UsageError('verify needs a command to run, after two hyphens: verify -- npm start');
  const {
    timeout,
    untilIdle,
    color = 'auto',
    ...rest
  } = parser.opts<{
    timeout?: number;
    untilIdle?: number;
    color?: VerifyArguments['color'];
    quiet: boolean;
  }>();
  return {
    ...rest,
    command,
    color,
    ...(timeout !== undefined && { timeoutMillis: timeout }),
    ...(untilIdle !== undefined && { idleMillis: untilIdle }),
  };
}
