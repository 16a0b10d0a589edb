import type { Analysis } from '../engine/contracts.js';
import type { FamilyDescription } from '../engine/family.js';
import type { Arguments } from './command-line/arguments.js';
import type { Palette } from './colour.js';
import { findNextSteps, formatWriteCommand } from './next-steps.js';
import { formatSummary } from './summary.js';

interface Outcome {
  readonly analysis: Analysis;
  readonly families: readonly FamilyDescription[];
  readonly palette: Palette;
  readonly isBrokenOff: boolean;
}

/** What a run says at its end, after the diff. @param words the command line as it was typed. */
export function formatClosing(
  { write, interactive, quiet }: Pick<Arguments, 'write' | 'interactive' | 'quiet'>,
  words: readonly string[],
  { analysis, families, palette, isBrokenOff }: Outcome,
): string {
  const installs = analysis.files.some(
    ({ path, edits }) => path.endsWith('package.json') && edits.length > 0,
  );
  const summary = formatSummary({
    analysis,
    isDryRun: !write && !interactive,
    isBrokenOff,
    familyTitles: families.map(({ title }) => title),
    writeCommand: formatWriteCommand(words),
    nextSteps: findNextSteps(analysis.root, installs),
    palette,
  });
  return quiet ? summary : `\n${summary}`;
}
