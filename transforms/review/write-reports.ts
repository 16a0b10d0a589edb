import type { Analysis } from '../engine/contracts.js';
import { formatReport } from './report.js';
import { UsageError } from './usage-error.js';
import { writeWhole } from './write.js';

/** Writes a file that the user has asked for, of a kind such as `report`. @throws UsageError where it cannot be written. */
export function writeReport(kind: string, path: string, text: string): void {
  try {
    writeWhole(path, text);
  } catch (error) {
    throw new UsageError(`the ${kind} ${path} cannot be written: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/** Writes reports, each in the format that its name ends in. @throws UsageError where one cannot be written. */
export function writeReports(paths: readonly string[], analysis: Analysis, isDryRun: boolean): void {
  for (const path of paths) writeReport('report', path, formatReport(path, analysis, isDryRun) ?? '');
}
