import { checkReport, toColour, toNewPath } from './argument-values.js';
import type { OptionGroup } from './option.js';
import { createSearchOptions } from './search-options.js';

/** All options; the command line, `--help` and docs/cli.md are made of it. */
export function listOptions(families: readonly string[]): readonly OptionGroup[] {
  return [
    {
      title: 'Applying the diff',
      options: [
        {
          flags: '--write',
          summary: 'apply the diff; to uncommitted files as well',
          details:
            'Writes the files, each whole or not at all, and those that are only right together all or none. A git tree with changes that are not committed is refused, so that `git restore .` brings everything back; without git it is written.',
        },
        {
          flags: '--allow-dirty',
          details: 'Writes into a git tree with uncommitted changes as well.',
        },
        {
          flags: '--interactive',
          summary: 'decide on each change, apply what was accepted',
          details:
            'Shows one change after the other, and asks whether to apply it; see [below](#interactive-review). What was accepted is written at the end, as with `--write`. It needs a terminal.',
        },
        {
          flags: '--mark',
          summary: 'leave a comment at each refused place, once',
          details:
            'Leaves a comment of one line, `traced-pool: CODE`, at each place that was refused. One that is there already is not left twice.',
        },
      ],
    },
    createSearchOptions(families),
    {
      title: 'Checking',
      options: [
        {
          flags: '--check',
          summary: 'exit 1 if anything would change or was refused',
          details:
            'Exits with 1 if anything would change or was refused. On GitHub each place gets an annotation at its line. See [ci.md](ci.md).',
        },
        {
          flags: '--baseline <file>',
          summary: 'check only for what is not in this file',
          details:
            'Checks only for places that are not in this file, which knows them by their text and not by their line. Implies `--check`.',
          parse: toNewPath,
        },
        {
          flags: '--update-baseline',
          summary: 'write all that is found now to that file',
          details: 'Writes all places that are found now to the file of `--baseline`, and checks nothing.',
        },
        {
          flags: '--since <commit>',
          summary: 'check only lines new since then, or staged',
          details:
            'Checks only lines that were added or changed since the branches parted. Implies `--check`.',
          parse: String,
        },
        {
          flags: '--staged',
          details: 'Checks only lines that are staged, for a hook. Implies `--check`.',
        },
      ],
    },
    {
      title: 'What is shown',
      options: [
        {
          flags: '--report <file>',
          summary: 'write .html, .json, .patch or .sarif; repeatable',
          details:
            'Writes a report; its format is what its name ends in: `.html`, `.json`, `.patch` or `.sarif`. Repeatable. See [reports.md](reports.md).',
          parse: checkReport,
          value: [],
        },
        {
          flags: '--quiet',
          summary: 'no diff; colours auto, always or never',
          details: 'Shows no diff, only what was found and done.',
        },
        {
          flags: '--color <when>',
          details:
            'Uses colours `always`, `never` or, which is the default, `auto`: on a terminal, unless `NO_COLOR` is set, and anywhere if `FORCE_COLOR` is.',
          parse: toColour,
          value: 'auto',
        },
      ],
    },
  ];
}
