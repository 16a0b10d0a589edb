import type { Analysis } from '../engine/contracts.js';
import { isChanged } from './changes.js';
import { checkTree } from './git-guard.js';
import { withInterruption } from './interruption.js';
import { withFailures, writeFiles } from './write.js';

export interface Applied {
  /** As it came out. */
  readonly analysis: Analysis;
  /** Whether a signal ended it before all was written. */
  readonly isBrokenOff: boolean;
}

/** Writes what has changed. @throws UsageError where git would not bring back what is written over, unless that is allowed. */
export async function apply(
  analysis: Analysis,
  { allowDirty }: { readonly allowDirty: boolean },
): Promise<Applied> {
  if (!analysis.files.some(isChanged)) return { analysis, isBrokenOff: false };
  if (!allowDirty) await checkTree(analysis);
  return withInterruption(async (interruption) => {
    const failures = await writeFiles(analysis, interruption);
    return { analysis: withFailures(analysis, failures), isBrokenOff: interruption.aborted };
  });
}
