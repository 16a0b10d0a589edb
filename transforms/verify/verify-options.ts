import { toUsage } from '../review/command-line/command.js';

export interface VerifyOption {
  /** `--timeout <time>`. */
  readonly flags: string;
  /** What its value is. @default it has none */
  readonly kind?: 'time' | 'file' | 'saved' | 'when';
  /** For `--help`, in a few words. */
  readonly summary: string;
  /** For the reference, in Markdown: whole sentences. */
  readonly details: string;
}

/** The options of `verify`; the command line, its `--help` and docs/cli.md are made of it. */
export const VERIFY_OPTIONS: readonly VerifyOption[] = [
  {
    flags: '--timeout <time>',
    kind: 'time',
    summary: 'stop the command after so long: 500ms, 30s, 2m',
    details:
      'Stops the command after so long: `500ms`, `30s`, `2m`. It is asked by SIGTERM, and killed where it takes ten seconds more. How it ends then is no failure.',
  },
  {
    flags: '--until-idle <time>',
    kind: 'time',
    summary: 'stop it when no span has come for so long',
    details: 'Stops the command when no span has started or ended for so long, once there has been one.',
  },
  {
    flags: '--save <file>',
    kind: 'file',
    summary: 'write the spans, in OTLP JSON',
    details:
      'Writes all spans to a file, in OTLP JSON, which collectors and viewers read; what is wrong with a span is in its attribute `traced_pool.verify.faults`.',
  },
  {
    flags: '--compare <file>',
    kind: 'saved',
    summary: 'tell what is better or worse than in a saved run',
    details: 'Tells what got better and what got worse since a run that `--save` has written.',
  },
  {
    flags: '--html <file>',
    kind: 'file',
    summary: 'write a page with the waterfall of each trace',
    details:
      'Writes one page, which needs no network, with the waterfall of each trace and what is wrong in it.',
  },
  {
    flags: '--quiet',
    summary: 'no trees, only the verdict',
    details: 'Shows no trees, only the verdict.',
  },
  {
    flags: '--color <when>',
    kind: 'when',
    summary: 'colours auto, always or never',
    details: 'As for a run of the codemod.',
  },
];

export const VERIFY_SYNOPSIS = 'traced-pool-codemod verify [options] -- COMMAND [ARGUMENT...]';
const EFFECT = [
  'Runs an application, listens to its spans in all threads and processes, prints',
  'its traces, then what is wrong with them. Exits with 1 if something is.',
];

/** The text of `verify --help`: a screen of 24 lines with 80 columns. */
export function formatVerifyHelp(): string {
  const rows = VERIFY_OPTIONS.map(({ flags, summary }) => {
    const usage = toUsage(flags);
    return `  ${usage.padEnd(20)}  ${summary}`;
  });
  return [`Usage: ${VERIFY_SYNOPSIS}`, ...EFFECT, ...rows, ''].join('\n');
}
