import type { Analysis } from '../engine/contracts.js';
import { VERSION } from '../engine/runtime-range.js';
import { familyNames } from '../families.js';
import { createSearch } from '../find-all.js';
import { prepare } from '../prepare.js';
import { readArguments } from '../review/command-line/arguments.js';
import type { ProgressStream } from '../review/progress.js';

const SILENT: ProgressStream = { isTTY: false, write: () => true };

/**
 * What the codemod finds in the code below a folder, with the proofs, by the folder's own configuration.
 *
 * @throws UsageError for a mistake in that.
 */
export async function findSites(folder: string): Promise<Analysis> {
  const { families, options } = await prepare(readArguments([folder], familyNames(), VERSION));
  return createSearch({ ...options, isExplained: true }, families, SILENT)();
}
