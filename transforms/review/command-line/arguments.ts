import { CommanderError } from 'commander';
import type { CheckOptions } from '../check/check.js';
import { createCommand } from './command.js';
import type { Place } from '../explanation.js';
import { toPlace } from '../targets.js';
import { UsageError } from '../usage-error.js';

export interface Arguments {
  /** As the user gave them. */
  readonly paths: readonly string[];
  readonly write: boolean;
  readonly allowDirty: boolean;
  readonly interactive: boolean;
  readonly check: boolean;
  readonly baseline?: string;
  readonly updateBaseline: boolean;
  readonly since?: string;
  readonly staged: boolean;
  readonly quiet: boolean;
  readonly color: 'auto' | 'always' | 'never';
  readonly report: readonly string[];
  /** `false` for none. @default the nearest one */
  readonly config?: string | false;
  /** @default what the configuration says */
  readonly family?: readonly string[];
  readonly minimal: boolean;
  readonly alias: Readonly<Record<string, string>>;
  readonly ignore: readonly string[];
  readonly gitignore: boolean;
  /** Absolute. */
  readonly tsconfig?: string;
  /** @default what the configuration says */
  readonly jobs?: number;
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
  const command = createCommand(families, version);
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

function checkCombination(given: Omit<Arguments, 'paths'>): void {
  const { baseline, updateBaseline, since, staged, interactive, check } = given;
  const isChecked = check || baseline !== undefined || since !== undefined || staged;
  if (interactive && isChecked)
    throw new UsageError('--interactive asks somebody, and --check is for CI; give one of them');
  if (updateBaseline && baseline === undefined)
    throw new UsageError('--update-baseline needs --baseline FILE, which is where it writes');
  if (since !== undefined && staged)
    throw new UsageError('--since and --staged are two answers to one question; give one of them');
}

/** @throws UsageError where somebody is to be asked who is not there. */
export function checkTerminal({ interactive }: Arguments, { stdin, stdout }: NodeJS.Process): void {
  if (interactive && !(stdin.isTTY && stdout.isTTY))
    throw new UsageError(
      '--interactive needs a terminal; without one, --report review.patch has all changes',
    );
}

/** What to check for; `undefined` where nothing is checked. */
export function toCheck({ check, baseline, since, staged }: Arguments): CheckOptions | undefined {
  const isScoped = since !== undefined || staged;
  if (!check && !isScoped && baseline === undefined) return undefined;
  const scope = since === undefined ? ({ isStaged: true } as const) : { since };
  return { ...(baseline !== undefined && { baseline }), ...(isScoped && { scope }) };
}
