import { relative, sep } from 'node:path';
import { CandidateSearch } from './candidates.js';
import type { Analysis, AnalysisOptions, Edit, FileOutcome, Site, Skip } from './contracts.js';
import { contentSkipReason, discover } from './discover.js';
import { EditList } from './edit-list.js';
import type { Family } from './family.js';
import { ManifestEdits } from './manifest-edits.js';
import { parse } from './parse.js';
import { createProjectFile, Project } from './project.js';
import type { ProjectFile } from './project.js';

function toLabel(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}

function describeParseError(error: unknown): string {
  const { message, loc } = error as SyntaxError & { loc?: { line: number; column: number } };
  const text = message.replace(/ \(\d+:\d+\)$/, '').replace(/\.$/, '');
  return loc
    ? `cannot be parsed: ${text} (line ${loc.line}, column ${loc.column + 1})`
    : `cannot be parsed: ${text}`;
}

function toSkips(root: string, reasons: ReadonlyMap<string, string>): Skip[] {
  return [...reasons].map(([path, reason]) => ({ path: toLabel(root, path), reason }));
}

function byPosition(a: Site, b: Site): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line || a.column - b.column;
}

function toOutcome(file: ProjectFile, families: readonly string[], edits: readonly Edit[]): FileOutcome {
  const { path, label, source } = file;
  const list = new EditList();
  for (const edit of edits) list.add(edit);
  const text = list.apply(source.text);
  // An edit that breaks a file is our bug; the file is left as it is, and the run says so.
  if (!list.isEmpty) parse(path, text);
  return { path: label, families, before: source.raw, after: source.withText(text), edits: list.toArray() };
}

/** Looks at all files below the targets and works out every site and edit; reads, and writes nothing. */
export async function analyse(options: AnalysisOptions, families: readonly Family[]): Promise<Analysis> {
  const { root, aliases = {}, minimal = false } = options;
  const discovered = await discover(options);
  const otherNames = Object.keys(aliases);
  const candidates = new CandidateSearch({
    root,
    paths: discovered.files.map(({ path }) => path),
    foreign: discovered.foreign.map(({ path }) => path),
    packages: [
      ...families.flatMap(({ packages, dependency }) => [...packages, dependency.name]),
      ...otherNames,
    ],
    verbs: families.flatMap(({ verbs }) => verbs),
    skipReason: contentSkipReason,
  }).run();

  const failed = toSkips(root, candidates.unreadable);
  const files: ProjectFile[] = [];
  for (const [path, text] of candidates.texts) {
    const label = toLabel(root, path);
    try {
      files.push(createProjectFile(path, label, text));
    } catch (error) {
      failed.push({ path: label, reason: describeParseError(error) });
    }
  }

  const unread: Skip[] = [];
  const sites: Site[] = [];
  const outcomes: FileOutcome[] = [];
  if (files.length > 0) {
    const given = { root, aliases, minimal, ambientTypes: families.map((family) => family.ambientTypes) };
    const all = new Project({
      ...given,
      files,
      isComplete: failed.length === 0 && candidates.skipped.size === 0,
    });
    const readable = files.filter(({ path, label }) => {
      const reason = all.unreadableReason(path);
      if (reason !== undefined) unread.push({ path: label, reason });
      return reason === undefined;
    });
    const project = unread.length === 0 ? all : new Project({ ...given, files: readable, isComplete: false });
    const found = families.map((family) => ({ family, ...family.find(project) }));
    sites.push(...found.flatMap((finding) => finding.sites));
    for (const file of readable) {
      const ownSites = sites.filter(({ path }) => path === file.label);
      if (ownSites.length === 0) continue;
      const involved = [...new Set(ownSites.map(({ family }) => family))];
      outcomes.push(
        toOutcome(
          file,
          involved,
          found.flatMap(({ edits }) => edits.get(file.path) ?? []),
        ),
      );
    }
    const manifests = new ManifestEdits(root);
    for (const { family, dependents } of found) {
      for (const path of dependents) manifests.require(path, family);
    }
    sites.push(...manifests.sites);
    outcomes.push(...manifests.outcomes);
    failed.push(...manifests.failed);
  }
  return {
    root,
    filesScanned: discovered.files.length,
    files: outcomes.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    sites: sites.toSorted(byPosition),
    skipped: [...discovered.skipped, ...toSkips(root, candidates.skipped), ...unread],
    failed,
  };
}
