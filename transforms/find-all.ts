import type { Analysis, AnalysisOptions } from './engine/contracts.js';
import type { FamilyDescription } from './engine/family.js';
import { loadFamily } from './families.js';
import { Progress } from './review/progress.js';
import type { ProgressStream } from './review/progress.js';

/**
 * Looks at all files, and tells a stream what it is at. What finds and proves takes half a second to load, and most
 * of what it would be asked has no pool in it.
 */
export async function findAll(
  options: AnalysisOptions,
  descriptions: readonly FamilyDescription[],
  stream: ProgressStream,
): Promise<Analysis> {
  const { survey } = await import('./engine/survey.js');
  const progress = new Progress(stream);
  const told = { ...options, onStep: (step: string) => progress.tell(step) };
  try {
    const surveyed = await survey(told, descriptions);
    if (surveyed.texts.size === 0) return surveyed.analysis;
    const { analyseSurvey } = await import('./engine/analyse.js');
    const families = descriptions.map(({ name }) => loadFamily(name));
    return await analyseSurvey(surveyed, told, families);
  } finally {
    progress.clear();
  }
}
