import { Command } from 'commander';
import { listOptions } from './option-table.js';
import type { Option, OptionGroup } from './option.js';

export const SYNOPSIS = 'traced-pool-codemod [options] [path...]';
const EFFECT = 'Shows, as a diff, a codebase moved from bare worker pools to traced ones.';
/** What is no option of a run. */
const OTHERS: readonly (readonly [words: string, summary: string])[] = [
  ['--list, --version, --help', 'the families, the version, this'],
  ['explain FILE:LINE [path...]', 'why a line was treated so, with the proof'],
  ['verify -- COMMAND...', 'run an application, judge its spans; see its help'],
];
const SUMMARY_COLUMN = 30;

/** `--report FILE`. */
export function toUsage(flags: string): string {
  return flags.replace(/<(.+)>/, (_, name: string) => name.toUpperCase());
}

/** The options' lines: those that share one, and what they do. */
function toLines(options: readonly Option[]): (readonly [words: string, summary: string])[] {
  return options.flatMap(({ flags, summary }, index) => {
    if (summary === undefined) return [];
    const next = options.findIndex((other, at) => at > index && other.summary !== undefined);
    const sharing = options.slice(index + 1, next < 0 ? undefined : next);
    return [[[flags, ...sharing.map((other) => other.flags)].map(toUsage).join(', '), summary] as const];
  });
}

/** The text of `--help`: a screen of 24 lines with 80 columns. */
export function formatHelp(groups: readonly OptionGroup[]): string {
  const rows = [...groups.flatMap(({ options }) => toLines(options)), ...OTHERS];
  const lines = rows.map(([words, summary]) => `  ${words.padEnd(SUMMARY_COLUMN - 2)}${summary}`);
  return [`Usage: ${SYNOPSIS}`, EFFECT, ...lines, ''].join('\n');
}

/** The command, as its options say; it has read nothing yet. */
export function createCommand(families: readonly string[], version: string): Command {
  const groups = listOptions(families);
  const command = new Command('traced-pool-codemod').argument('[path...]', '', ['.']);
  for (const { flags, parse, value } of groups.flatMap(({ options }) => options)) {
    if (parse) command.option(flags, '', parse as (given: string, former: unknown) => unknown, value);
    // `--no-x` makes true the default of an option that has none.
    else if (flags.startsWith('--no-')) command.option(flags);
    else command.option(flags, '', false);
  }
  return command
    .option('--list', '', false)
    .version(version, '--version')
    .helpOption('--help')
    .configureHelp({ formatHelp: () => formatHelp(groups) })
    .configureOutput({ outputError: () => {} })
    .exitOverride();
}
