import type { Analysis, AnalysisOptions, Site } from './contracts.js';
import { contentSkipReason } from './discovery/discover.js';
import type { Family, FamilyFindings } from './family.js';
import { findInFiles } from './findings.js';
import type { Findings } from './findings.js';
import { findImported, readForwarded } from './discovery/imported-search.js';
import { ImporterSearch, usesAny } from './discovery/importer-search.js';
import { findNamed } from './discovery/named-search.js';
import { toLabel } from './labels.js';
import { isTest } from './test-files.js';
import { EMBEDDED } from './discovery/library-search.js';
import { ManifestEdits } from './manifest/manifest-edits.js';
import { createProjectFile } from './project-options.js';
import type { ProjectFile } from './project-options.js';
import type { Project } from './project.js';
import { ModuleResolution } from './resolution/resolution.js';
import { findPresent, survey, toSkips } from './survey.js';
import type { Survey } from './survey.js';
import { checkSyntax } from './parsing/syntax-check.js';

function byPosition(a: Site, b: Site): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line || a.column - b.column;
}

/** The same family, which says when it begins. */
function announce(family: Family, count: number, onStep: AnalysisOptions['onStep']): Family {
  const find = (project: Project): FamilyFindings => {
    onStep?.(`looking for ${family.title}s in ${count} files`);
    return family.find(project);
  };
  return { ...family, find };
}

/** Looks at all files below the targets and works out every site and edit; reads, and writes nothing. */
export async function analyse(options: AnalysisOptions, families: readonly Family[]): Promise<Analysis> {
  return analyseSurvey(await survey(options, families), options, families);
}

/** Works out every site and edit in the files that a survey found, and in those that import them. */
export async function analyseSurvey(
  surveyed: Survey,
  options: AnalysisOptions,
  available: readonly Family[],
): Promise<Analysis> {
  const { analysis, reader, texts, others, skipped } = surveyed;
  const {
    root,
    aliases = {},
    minimal = false,
    isMarked = false,
    isExplained = false,
    declined = new Set(),
    tsconfig,
    jobs = 1,
    onStep,
  } = options;
  const families = findPresent(available, texts.values(), Object.keys(aliases));
  const known = new Set([...texts.keys(), ...others]);
  const isKnown = (path: string): boolean => known.has(path);
  const resolution = new ModuleResolution(root, { tsconfig, manifests: surveyed.manifests, isKnown });
  const verbs = families.flatMap((family) => family.verbs);
  const query = { texts, others, skipReason: contentSkipReason };
  const ambientTypes = families.map((family) => family.ambientTypes);

  onStep?.(`following the imports of ${texts.size} files`);
  const areCallersNeeded = families.some((family) => family.areCallersNeeded);
  const mayCall = (path: string, text: string): boolean => !isTest(toLabel(root, path), text);
  const importerQuery = { ...query, verbs, ...(areCallersNeeded && { mayCall }) };
  const importers = new ImporterSearch(importerQuery, reader, resolution).run();
  const editing = families.filter(({ areCallsEdited }) => areCallsEdited);
  const imported = findImported(
    {
      ...query,
      others: new Set(others),
      texts: editing.length > 0 ? texts : new Map(),
      verbs: editing.flatMap((one) => one.verbs),
    },
    reader,
    resolution,
  );
  const areScriptsNamed = families.some((family) => family.areScriptsNamed);
  const scripts = areScriptsNamed
    ? findNamed({ texts, others, skipReason: contentSkipReason }, reader)
    : new Map<string, string>();
  const toFile = ([path, text]: readonly [string, string]): ProjectFile =>
    createProjectFile(path, toLabel(root, path), text);
  const all = [...new Map([...scripts, ...imported, ...importers])].map(toFile);
  const candidates = new Set(all.map(({ path }) => path));
  const embedded = surveyed.foreign.filter((path) => {
    const text = skipped.has(path) ? undefined : reader.read(path)?.toString('utf8');
    const isUsed = (specifier: string): boolean => candidates.has(resolution.resolve(specifier, path) ?? '');
    return text !== undefined && usesAny(text, verbs, isUsed);
  });
  const failed = toSkips(root, reader.unreadable);
  const named = all.filter(({ path }) => texts.has(path));
  const checked = checkSyntax(
    named.map(({ path, source }) => ({ path, text: source.text })),
    jobs,
  );
  const findIn = (files: readonly ProjectFile[], isComplete: boolean): Findings => {
    const found = findInFiles(
      {
        root,
        files,
        aliases,
        minimal,
        isMarked,
        declined,
        isExplained,
        resolution,
        ambientTypes,
        isComplete,
      },
      families.map((family) => announce(family, files.length, onStep)),
    );
    const looked = new Set(files.map(({ path }) => path));
    const forwarded = { others: new Set(others), skipReason: contentSkipReason };
    const wanted = readForwarded(found.wanted, forwarded, reader, resolution);
    const fresh = [...wanted].filter(([path]) => !looked.has(path)).map(toFile);
    return fresh.length > 0 ? findIn([...fresh, ...files], isComplete) : found;
  };
  const findWithout = (broken: ReadonlyMap<string, string>): Findings => {
    const files = all.filter(({ path }) => !broken.has(path));
    return findIn(files, broken.size + failed.length + skipped.size === 0);
  };
  // While threads check them, all files are taken to be right, as they nearly always are.
  const early = jobs > 1 ? findWithout(new Map()) : undefined;
  const broken = await checked;
  const found = early && broken.size === 0 ? early : findWithout(broken);

  const manifests = new ManifestEdits(root, { aliases, declined });
  for (const { family, dependents } of found.byFamily) {
    for (const path of dependents) manifests.require(path, family);
  }
  const notes = resolution.notes.map(({ path, reason }) => ({ path: toLabel(root, path), reason }));
  return {
    ...analysis,
    files: [...found.outcomes.map((outcome) => manifests.link(outcome)), ...manifests.outcomes].toSorted(
      (a, b) => (a.path < b.path ? -1 : 1),
    ),
    sites: [...found.sites, ...manifests.sites].toSorted(byPosition),
    skipped: [
      ...analysis.skipped,
      ...embedded.map((path) => ({ path: toLabel(root, path), reason: EMBEDDED })),
      ...notes,
      ...found.skipped,
    ],
    proofs: found.proofs,
    ties: found.ties,
    failed: [...failed, ...toSkips(root, broken), ...manifests.failed],
  };
}
