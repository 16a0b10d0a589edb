import type { Analysis, AnalysisOptions, Site } from './contracts.js';
import { contentSkipReason } from './discover.js';
import type { Family } from './family.js';
import { findInFiles } from './findings.js';
import { ImporterSearch } from './importer-search.js';
import { ManifestEdits } from './manifest-edits.js';
import { findSyntaxError } from './parse.js';
import { createProjectFile } from './project.js';
import type { ProjectFile } from './project.js';
import { ModuleResolution } from './resolution.js';
import { survey, toLabel, toSkips } from './survey.js';
import type { Survey } from './survey.js';

function byPosition(a: Site, b: Site): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line || a.column - b.column;
}

/** Looks at all files below the targets and works out every site and edit; reads, and writes nothing. */
export async function analyse(options: AnalysisOptions, families: readonly Family[]): Promise<Analysis> {
  return analyseSurvey(await survey(options, families), options, families);
}

/** Works out every site and edit in the files that a survey found, and in those that import them. */
export function analyseSurvey(
  { analysis, reader, texts, others, skipped, manifests: packages }: Survey,
  { root, aliases = {}, minimal = false, tsconfig }: AnalysisOptions,
  families: readonly Family[],
): Analysis {
  const known = new Set([...texts.keys(), ...others]);
  const isKnown = (path: string): boolean => known.has(path);
  const resolution = new ModuleResolution(root, { tsconfig, manifests: packages, isKnown });
  const verbs = families.flatMap((family) => family.verbs);
  const query = { texts, others, verbs, skipReason: contentSkipReason };
  const candidates = new ImporterSearch(query, reader, resolution).run();

  const failed = toSkips(root, reader.unreadable);
  const files: ProjectFile[] = [];
  for (const [path, text] of candidates) {
    const file = createProjectFile(path, toLabel(root, path), text);
    // Most importers have no site; one that has something to edit is parsed then.
    const reason = texts.has(path) ? findSyntaxError(path, file.source.text) : undefined;
    if (reason === undefined) files.push(file);
    else failed.push({ path: file.label, reason });
  }
  if (files.length === 0) return { ...analysis, failed };

  const isComplete = failed.length === 0 && skipped.size === 0;
  const ambientTypes = families.map((family) => family.ambientTypes);
  const project = { root, files, aliases, minimal, resolution, ambientTypes, isComplete };
  const found = findInFiles(project, families);
  const manifests = new ManifestEdits(root);
  for (const { family, dependents } of found.byFamily) {
    for (const path of dependents) manifests.require(path, family);
  }
  return {
    ...analysis,
    files: [...found.outcomes, ...manifests.outcomes].toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    sites: [...found.sites, ...manifests.sites].toSorted(byPosition),
    skipped: [
      ...analysis.skipped,
      ...resolution.notes.map(({ path, reason }) => ({ path: toLabel(root, path), reason })),
      ...found.skipped,
    ],
    failed: [...failed, ...manifests.failed],
  };
}
