import type { Analysis, Site } from '../engine/contracts.js';
import type { Palette } from './colour.js';
import { countTotals } from './counts.js';
import { plural, toAlternatives } from './words.js';

export interface SummaryOptions {
  readonly analysis: Analysis;
  readonly isDryRun: boolean;
  /** Whether a signal ended it before all was written. */
  readonly isBrokenOff: boolean;
  /** For people: what the run looked for. */
  readonly familyTitles: readonly string[];
  /** The command that would apply the diff. */
  readonly writeCommand: string;
  /** The commands to type after the diff has been applied. */
  readonly nextSteps: readonly string[];
  readonly palette: Palette;
}

const PLACES_SHOWN = 5;

function groupByCode(sites: readonly Site[]): Map<string, Site[]> {
  const groups = new Map<string, Site[]>();
  for (const site of sites) groups.set(site.code ?? '', [...(groups.get(site.code ?? '') ?? []), site]);
  return groups;
}

function formatRefusals(sites: readonly Site[], palette: Palette): string[] {
  const refused = sites.filter(({ outcome }) => outcome === 'refused');
  if (refused.length === 0) return [];
  const lines = ['', palette.yellow(`Left alone, for you to look at (${plural(refused.length, 'place')}):`)];
  for (const [code, group] of groupByCode(refused)) {
    lines.push(`  ${palette.bold(code)}`);
    for (const { path, line, column, reason } of group.slice(0, PLACES_SHOWN)) {
      lines.push(`    ${path}:${line}:${column}  ${reason}`);
    }
    if (group.length > PLACES_SHOWN)
      lines.push(`    and ${group.length - PLACES_SHOWN} more; --report names them all`);
  }
  return lines;
}

function formatSkips(title: string, skips: Analysis['skipped'], shown: number): string[] {
  if (skips.length === 0) return [];
  const lines = skips.slice(0, shown).map(({ path, reason }) => `  ${path}: ${reason}`);
  const more = skips.length > shown ? [`  and ${skips.length - shown} more; --report names them all`] : [];
  return ['', title, ...lines, ...more];
}

function formatNextStep(options: SummaryOptions): string[] {
  const { analysis, isDryRun, isBrokenOff, writeCommand, nextSteps } = options;
  const { filesChanged } = countTotals(analysis);
  if (isBrokenOff) return ['', `Broken off. To write the rest: ${writeCommand} --allow-dirty`];
  if (filesChanged === 0) return [];
  if (isDryRun) return ['', `Nothing is written yet. To apply this: ${writeCommand}`];
  const steps = nextSteps.length > 0 ? nextSteps.join(' && ') : 'your formatter, type check and tests';
  return ['', `Written. Next: ${steps}`];
}

/** What a run did, in a few lines; never silent, as silence is no proof that it looked. */
export function formatSummary(options: SummaryOptions): string {
  const { analysis, isDryRun, familyTitles, palette } = options;
  const { filesScanned, filesChanged, sites, rewritten, refused, alreadyTraced } = countTotals(analysis);
  const looked = `Looked at ${plural(filesScanned, 'source file')} in ${analysis.root}`;
  const verdict = analysis.failed.length > 0 ? ' in those that could be read' : ', so there is nothing to do';
  const lines: string[] = [];
  if (sites === 0) lines.push(`${looked}: found no ${toAlternatives(familyTitles)}${verdict}.`);
  else {
    const verb = isDryRun ? 'would change' : 'changed';
    lines.push(
      palette.bold(`${looked}: ${plural(filesChanged, 'file')} ${verb}.`),
      `  ${plural(sites, 'site')}: ${rewritten} rewritten, ${alreadyTraced} already traced, ${refused} refused`,
    );
  }
  lines.push(
    ...formatRefusals(analysis.sites, palette),
    ...formatSkips('Not looked into:', analysis.skipped, PLACES_SHOWN),
    ...formatSkips(palette.red('Failed, and left as they were:'), analysis.failed, Infinity),
    ...formatNextStep(options),
  );
  return `${lines.join('\n')}\n`;
}
