import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { OptionGroup } from '../dist/review/command-line/option.js';

type Families = typeof import('../dist/families.js');
type Command = typeof import('../dist/review/command-line/command.js');
type Table = typeof import('../dist/review/command-line/option-table.js');
type Verify = typeof import('../dist/verify/verify-options.js');

const TITLE = `# The command line

<!-- Written by: npm run docs:cli -->
`;

const EFFECT = `Without options it is a dry run: it shows a unified diff of what would change below the given files and folders, the current
folder by default, then a summary, and writes nothing. \`explain\` tells why a line was treated as it was, with the places
that prove it.
`;

const VERIFY = `## Verifying

\`verify\` runs the command after the two hyphens, with all spans of its threads and processes listened to, prints its traces
as they end, then what is wrong with them: see [verify.md](verify.md).
`;

const CLOSING = `## On demand

### \`--list\`

Prints the families, and what each rewrites.

### \`--version\`

Prints the version.

### \`--help\`

Prints a screen of help.

## Interactive review

\`--interactive\` shows what belongs together as one change: a pool with its import and its dependency, a pool and what its
workers are made of, the two ends of an edit. Pools come first, as calls depend on them. Each is answered by a letter and
Enter:

- \`y\`: apply this.
- \`n\`: leave this as it is, and what depends on it: calls on a pool that stays bare are not asked about.
- \`a\`, \`d\`: apply, or leave, this and all that is open in the same file.
- \`e\`: edit this in \`$VISUAL\` or \`$EDITOR\`, then apply it. What can no longer be parsed is not taken.
- \`b\`: back, which takes the last answer back.
- \`q\`: leave all that is open, and write what was accepted. The end of the input, Ctrl-D, is the same.
- \`?\`: what the letters mean.

Nothing is written before the last answer, and nothing at all after Ctrl-C. A git tree with uncommitted changes is refused
before the first question. After each no, what is left is found anew: a call on a pool that may come from a bare one as well
is then refused, a change that has become another is asked about again. What was left is told in the summary and in the
reports with the code [declined](reasons.md#declined).

## Exit codes

- \`0\`: done, or nothing to do.
- \`1\`: \`--check\` or \`verify\` found something.
- \`2\`: bad usage, or a git tree with uncommitted changes; nothing was written.
- \`3\`: a file failed. It is left as it was, and the others are finished.
- \`130\`: broken off by Ctrl-C or a signal. Files are whole, and those that are only right together are all or none
  written; it says how to go on.

Where the command of \`verify\` fails, its exit code is passed on: 128 and the number of the signal where it was killed by one.

## Environment

- \`NO_COLOR\`, \`FORCE_COLOR\`: what \`--color auto\` goes by.
- \`GITHUB_ACTIONS\`: \`true\` makes annotations of what \`--check\` finds.
- \`VISUAL\`, \`EDITOR\`: the editor of \`--interactive\`; \`vi\` by default.
- \`TRACED_POOL_DEBUG\`: if set, an error that is a bug of the codemod is printed with its stack.

## Files

Nothing outside of the given paths is written, but for the nearest \`package.json\`, which gains the dependency, and the
reports and baselines that were asked for. All reads and writes are of UTF-8; a byte order mark stays.
`;

interface Documented {
  readonly flags: string;
  readonly details: string;
}

/** The reference of the command line, in Markdown, as it is built. */
export function formatReference(repository: string): string {
  const load = createRequire(join(repository, 'dist', 'cli.js'));
  const { familyNames } = load('./families.js') as Families;
  const { SYNOPSIS, toUsage } = load('./review/command-line/command.js') as Command;
  const { listOptions } = load('./review/command-line/option-table.js') as Table;
  const { VERIFY_OPTIONS, VERIFY_SYNOPSIS } = load('./verify/verify-options.js') as Verify;
  const formatOptions = (options: readonly Documented[]): string[] =>
    options.map(({ flags, details }) => `### \`${toUsage(flags)}\`\n\n${details}\n`);
  const formatGroup = ({ title, options }: OptionGroup): string =>
    [`## ${title}\n`, ...formatOptions(options)].join('\n');
  const commands = [SYNOPSIS, 'traced-pool-codemod explain FILE:LINE [path...]', VERIFY_SYNOPSIS];
  const synopsis = `\`\`\`\n${commands.join('\n')}\n\`\`\`\n`;
  const groups = listOptions(familyNames()).map(formatGroup);
  const verify = [VERIFY, ...formatOptions(VERIFY_OPTIONS)].join('\n');
  return [TITLE, synopsis, EFFECT, ...groups, verify, CLOSING].join('\n');
}
