import type { Edit, FileOutcome, Site, Skip } from './contracts.js';
import { EditList } from './edit-list.js';
import type { Family, FamilyFindings } from './family.js';
import { findSyntaxError, parse } from './parse.js';
import { Project } from './project.js';
import type { ProjectFile, ProjectOptions } from './project.js';

/** What the families found in a project's files. */
export interface Findings {
  readonly sites: readonly Site[];
  readonly outcomes: readonly FileOutcome[];
  readonly byFamily: readonly (FamilyFindings & { readonly family: Family })[];
  /** Files with syntax that TypeScript cannot follow. */
  readonly skipped: readonly Skip[];
  /** Files with something to edit that jscodeshift's parser cannot read. */
  readonly failed: readonly Skip[];
}

class UnparsableFile extends Error {
  constructor(
    readonly file: ProjectFile,
    readonly reason: string,
  ) {
    super(reason);
  }
}

function toOutcome(file: ProjectFile, families: readonly string[], edits: readonly Edit[]): FileOutcome {
  const { path, label, source } = file;
  const list = new EditList();
  for (const edit of edits) list.add(edit);
  const text = list.apply(source.text);
  try {
    if (!list.isEmpty) parse(path, text);
  } catch (error) {
    // An importer is not parsed before there is something to edit in it.
    const reason = findSyntaxError(path, source.text);
    if (reason !== undefined) throw new UnparsableFile(file, reason);
    // An edit that breaks a file is our bug; the file is left as it is, and the run says so.
    throw error;
  }
  return { path: label, families, before: source.raw, after: source.withText(text), edits: list.toArray() };
}

function toOutcomes(files: readonly ProjectFile[], findings: Findings['byFamily']): FileOutcome[] {
  const familiesByFile = new Map<string, Set<string>>();
  for (const { path, family } of findings.flatMap(({ sites }) => sites)) {
    const known = familiesByFile.get(path);
    if (known) known.add(family);
    else familiesByFile.set(path, new Set([family]));
  }
  return files.flatMap((file) => {
    const families = familiesByFile.get(file.label);
    if (!families) return [];
    return toOutcome(
      file,
      [...families],
      findings.flatMap(({ edits }) => edits.get(file.path) ?? []),
    );
  });
}

/** Finds all sites and edits in some files, and leaves out those that cannot be followed or parsed, for all proofs. */
export function findInFiles(options: ProjectOptions, families: readonly Family[]): Findings {
  const { files } = options;
  const project = new Project(options);
  const unread = new Map<ProjectFile, string>();
  for (const file of files) {
    const reason = project.unreadableReason(file.path);
    if (reason !== undefined) unread.set(file, reason);
  }
  if (unread.size > 0) {
    const readable = files.filter((file) => !unread.has(file));
    const findings = findInFiles({ ...options, files: readable, isComplete: false }, families);
    const skipped = [...unread].map(([{ label }, reason]) => ({ path: label, reason }));
    return { ...findings, skipped: [...skipped, ...findings.skipped] };
  }
  const byFamily = families.map((family) => ({ family, ...family.find(project) }));
  try {
    const outcomes = toOutcomes(files, byFamily);
    return { sites: byFamily.flatMap(({ sites }) => sites), outcomes, byFamily, skipped: [], failed: [] };
  } catch (error) {
    if (!(error instanceof UnparsableFile)) throw error;
    const others = files.filter((file) => file !== error.file);
    const findings = findInFiles({ ...options, files: others, isComplete: false }, families);
    const failure = { path: error.file.label, reason: error.reason };
    return { ...findings, failed: [failure, ...findings.failed] };
  }
}
