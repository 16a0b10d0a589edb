import type { Analysis } from '../../engine/contracts.js';
import type { Check } from '../check/check.js';
import { toCheck } from './arguments.js';
import type { Arguments } from './arguments.js';

/** What a check has to say, and whether it passed. */
export interface Verdict {
  readonly text: string;
  readonly isPassed: boolean;
}

/** Reads what the run is to be checked by, before anything is changed; `undefined` where it is not. */
export async function readCheck(given: Arguments, root: string): Promise<Check | undefined> {
  const options = toCheck(given);
  if (!options || given.updateBaseline) return undefined;
  const { prepareCheck } = await import('../check/check.js');
  return prepareCheck(root, options);
}

/** Checks what was found, or has it be known from now on. */
export async function applyCheck(
  { baseline, updateBaseline }: Pick<Arguments, 'baseline' | 'updateBaseline'>,
  analysis: Analysis,
  { check, isDryRun }: { readonly check: Check | undefined; readonly isDryRun: boolean },
): Promise<Verdict> {
  if (updateBaseline && baseline !== undefined) {
    const { toBaseline } = await import('../check/check.js');
    const { writeReport } = await import('../write-reports.js');
    writeReport('baseline', baseline, toBaseline(analysis, isDryRun));
    return { text: `\nWritten: ${baseline}, with all that was found.\n`, isPassed: true };
  }
  if (!check) return { text: '', isPassed: true };
  const { formatCheck } = await import('../check/check.js');
  const result = check(analysis, isDryRun);
  return { text: formatCheck(result, analysis.root, process.env), isPassed: result.open.length === 0 };
}
