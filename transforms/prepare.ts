import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { AnalysisOptions } from './engine/contracts.js';
import type { KnownFamily } from './families.js';
import { chooseFamilies } from './family-choice.js';
import type { Arguments } from './review/command-line/arguments.js';
import { readConfiguration } from './review/configuration/read-configuration.js';
import { resolveTargets } from './review/targets.js';

const USUAL_JOBS = 2;

/** What a run looks for, and where. */
export interface Preparation {
  readonly families: readonly KnownFamily[];
  readonly options: AnalysisOptions;
}

/**
 * Brings the command line and the project's configuration together; the command line wins.
 *
 * @throws UsageError for a mistake in either.
 */
export async function prepare(given: Arguments): Promise<Preparation> {
  const targets = resolveTargets(given.paths);
  const loaded = await readConfiguration(given, targets.root);
  const { families, aliases } = chooseFamilies(given, loaded);
  const { configuration = {}, folder = targets.root } = loaded ?? {};
  const { ignore, tsconfig } = configuration;
  return {
    families,
    options: {
      ...targets,
      aliases,
      minimal: given.minimal || configuration.minimal === true,
      isMarked: given.mark || configuration.mark === true,
      gitignore: given.gitignore && configuration.gitignore !== false,
      ignore: given.ignore,
      ...(ignore && { ignoreBelow: { folder, patterns: ignore } }),
      tsconfig: given.tsconfig ?? (tsconfig === undefined ? undefined : resolve(folder, tsconfig)),
      jobs: given.jobs ?? configuration.jobs ?? Math.min(availableParallelism(), USUAL_JOBS),
    },
  };
}
