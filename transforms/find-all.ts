import type { Analysis, AnalysisOptions } from './engine/contracts.js';
import { optimiseSoon } from './engine-flags.js';
import type { KnownFamily } from './families.js';
import { Progress } from './review/progress.js';
import type { ProgressStream } from './review/progress.js';

/** More files than these, with pools in them, are much to do. */
const MANY_FILES = 100;

/** Finds all sites and edits, but for those sites, by their ids, that are to stay as they are. */
export type FindAll = (declined?: ReadonlySet<string>) => Promise<Analysis>;

/**
 * Looks at all files, and tells a stream what it is at. What finds and proves takes half a second to load, and most
 * of what it would be asked has no pool in it. Asked again, it looks at the same files.
 */
export function createSearch(
  options: AnalysisOptions,
  families: readonly KnownFamily[],
  stream: ProgressStream,
): FindAll {
  let known: ReturnType<typeof import('./engine/survey.js').survey> | undefined;
  return async (declined = new Set()) => {
    const { survey } = await import('./engine/survey.js');
    const progress = new Progress(stream);
    const told = { ...options, declined, onStep: (step: string) => progress.tell(step) };
    try {
      known ??= survey(
        told,
        families.map(({ description }) => description),
      );
      const surveyed = await known;
      if (surveyed.texts.size === 0) return surveyed.analysis;
      if (surveyed.texts.size > MANY_FILES) optimiseSoon();
      const { analyseSurvey } = await import('./engine/analyse.js');
      const loaded = families.map((family) => family.load());
      return await analyseSurvey(surveyed, told, loaded);
    } finally {
      progress.clear();
    }
  };
}
