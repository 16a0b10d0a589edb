import { resolve } from 'node:path';
import type { FileOutcome, Site } from './contracts.js';
import type { Family } from './family.js';
import { findInFiles } from './findings.js';
import { createProjectFile } from './project-options.js';
import { findPresent } from './survey.js';

/** What a file is by itself. */
export interface OneFile {
  readonly sites: readonly Site[];
  /** `undefined` where it has no site. */
  readonly outcome: FileOutcome | undefined;
}

const NOTHING: OneFile = { sites: [], outcome: undefined };

/** Works out the sites and edits of a file, with the proofs that it allows by itself; reads nothing from the disk. */
export function analyseFile(path: string, text: string, families: readonly Family[]): OneFile {
  const present = findPresent(families, [text], []);
  if (present.length === 0) return NOTHING;
  const file = createProjectFile(resolve(path), path, text);
  const ambientTypes = present.map((family) => family.ambientTypes);
  const { sites, outcomes } = findInFiles({ root: resolve('.'), files: [file], ambientTypes }, present);
  return { sites, outcome: outcomes.find((outcome) => outcome.path === path) };
}
