import type { Edit, FileOutcome, ProofStep, Site, Skip, Tie } from './contracts.js';
import { EditList } from './edits/edit-list.js';
import type { Family, FamilyFindings } from './family.js';
import { markRefused } from './edits/marks.js';
import { mergeSites } from './merge-sites.js';
import { Project } from './project.js';
import type { ProjectFile, ProjectOptions } from './project-options.js';
import { findUnread, findUnreadText } from './parsing/typescript-syntax.js';

/** What the families found in a project's files. */
export interface Findings {
  readonly sites: readonly Site[];
  readonly outcomes: readonly FileOutcome[];
  readonly byFamily: readonly (FamilyFindings & { readonly family: Family })[];
  readonly proofs: ReadonlyMap<string, readonly ProofStep[]>;
  readonly ties: readonly Tie[];
  /** Files with syntax that TypeScript cannot follow. */
  readonly skipped: readonly Skip[];
  /** The paths of files that were not among those that were looked at, and matter as well. */
  readonly wanted: readonly string[];
}

function toOutcome(
  file: ProjectFile,
  families: readonly string[],
  edits: readonly Edit[],
  linked: readonly string[],
): FileOutcome {
  const { path, label, source } = file;
  const list = new EditList();
  for (const edit of edits) list.add(edit);
  const text = list.apply(source.text);
  const broken = list.isEmpty ? undefined : findUnreadText(path, text);
  // That is our bug; nothing is written then, and the run says so.
  if (broken !== undefined) throw new Error(`what ${label} would become ${broken}`);
  const after = source.withText(text);
  return { path: label, families, before: source.raw, after, edits: list.toArray(), linked };
}

function toOutcomes(
  { files, isMarked = false, declined }: ProjectOptions,
  project: Project,
  findings: Findings['byFamily'],
): FileOutcome[] {
  const allSites = findings.flatMap(({ sites }) => sites);
  const mark = (file: ProjectFile): readonly Edit[] => {
    const tree = isMarked ? project.sourceFile(file.path) : undefined;
    const own = allSites.filter(({ path, id }) => path === file.label && !declined?.has(id));
    return tree ? markRefused(file, tree, own) : [];
  };
  const familiesByFile = new Map<string, Set<string>>();
  for (const { path, family } of allSites) {
    const known = familiesByFile.get(path);
    if (known) known.add(family);
    else familiesByFile.set(path, new Set([family]));
  }
  return files.flatMap((file) => {
    const families = familiesByFile.get(file.label);
    if (!families) return [];
    const linked = new Set(findings.flatMap(({ links }) => [...(links.get(file.path) ?? [])]));
    return toOutcome(
      file,
      [...families],
      [...mark(file), ...findings.flatMap(({ edits }) => edits.get(file.path) ?? [])],
      files.filter(({ path }) => linked.has(path)).map(({ label }) => label),
    );
  });
}

/** Finds all sites and edits in some files, and leaves out those that cannot be followed, for all proofs. */
export function findInFiles(options: ProjectOptions, families: readonly Family[]): Findings {
  const { files } = options;
  const project = new Project(options);
  const unread = new Map<ProjectFile, string>();
  for (const file of files) {
    const tree = project.sourceFile(file.path);
    const reason = tree && findUnread(tree);
    if (reason !== undefined) unread.set(file, reason);
  }
  if (unread.size > 0) {
    const readable = files.filter((file) => !unread.has(file));
    const findings = findInFiles({ ...options, files: readable, isComplete: false }, families);
    const skipped = [...unread].map(([{ label }, reason]) => ({ path: label, reason }));
    return { ...findings, skipped: [...skipped, ...findings.skipped] };
  }
  const byFamily = mergeSites(families.map((family) => ({ family, ...family.find(project) })));
  const sites = byFamily.flatMap((found) => found.sites);
  const proofs = new Map(byFamily.flatMap((found) => [...found.proofs]));
  const ties = byFamily.flatMap((found) => found.ties);
  const outcomes = toOutcomes(options, project, byFamily);
  return { sites, outcomes, byFamily, proofs, ties, skipped: [], wanted: [...project.wanted] };
}
