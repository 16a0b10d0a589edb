import type { Analysis } from '../engine/contracts.js';
import { familyNames, loadFamily } from '../families.js';

/** What the codemod finds in the code below a folder, with the proofs. */
export async function findSites(folder: string): Promise<Analysis> {
  const { analyse } = await import('../engine/analyse.js');
  const options = { root: folder, targets: [folder], isExplained: true };
  return analyse(options, familyNames().map(loadFamily));
}
