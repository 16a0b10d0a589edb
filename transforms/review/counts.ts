import type { Analysis, Outcome } from '../engine/contracts.js';
import { isChanged } from './changes.js';

/** The totals of the JSON report. */
export interface Totals {
  readonly filesScanned: number;
  readonly filesChanged: number;
  readonly sites: number;
  readonly rewritten: number;
  readonly refused: number;
  readonly alreadyTraced: number;
  readonly failed: number;
}

export function countTotals({ filesScanned, files, sites, failed }: Analysis): Totals {
  const count = (wanted: Outcome): number => sites.filter(({ outcome }) => outcome === wanted).length;
  return {
    filesScanned,
    filesChanged: files.filter(isChanged).length,
    sites: sites.length,
    rewritten: count('rewritten'),
    refused: count('refused'),
    alreadyTraced: count('already-traced'),
    failed: failed.length,
  };
}
