import { analyse } from '../../dist/engine/analyse.js';
import type { Analysis, AnalysisOptions } from '../../dist/engine/contracts.js';
import { familyNames, loadFamily } from '../../dist/families.js';
import { Session } from '../../dist/review/interactive/session.js';
import type { Files } from './fixtures.js';
import { createScratchFolder } from './scratch.js';

export interface OpenSession {
  readonly root: string;
  readonly session: Session;
  readonly found: Analysis;
  readonly search: (declined: ReadonlySet<string>) => Promise<Analysis>;
}

/** A review of what the codemod finds in these files. */
export async function openSession(
  files: Files,
  options: Partial<AnalysisOptions> = {},
): Promise<OpenSession> {
  const root = createScratchFolder(files);
  const families = familyNames().map(loadFamily);
  const search = (declined: ReadonlySet<string>): Promise<Analysis> =>
    analyse({ root, targets: [root], ...options, declined }, families);
  const found = await search(new Set());
  return { root, search, found, session: new Session(search, found) };
}

/** The files that would change, as they would be. */
export function changedFiles({ files }: Pick<Analysis, 'files'>): Files {
  return Object.fromEntries(
    files.filter(({ before, after }) => after !== before).map(({ path, after }) => [path, after]),
  );
}

/** The places of the hunks that are one change: `src/pool.ts:1`. */
export function placesOf({ current }: Session): string[] {
  return (current?.hunks ?? []).map(({ file, oldStart }) => `${file.path}:${oldStart}`);
}
