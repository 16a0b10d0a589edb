import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff';
import type { StructuredPatchHunk } from 'diff';
import type { Analysis, FileOutcome } from '../engine/contracts.js';
import { findBase, toRelative } from './base.js';
import { isChanged } from './changes.js';

/** The lines of context that a patch has around a change. */
export const CONTEXT_LINES = 3;

export interface Patches {
  /** What goes before them all: a comment, or nothing. */
  readonly note: string;
  readonly patches: readonly { readonly file: FileOutcome; readonly text: string }[];
}

const known = new WeakMap<FileOutcome, StructuredPatchHunk[]>();

/** Finding the hunks takes long where thousands of lines change, and the terminal and each report want them. */
export function findHunks(file: FileOutcome): StructuredPatchHunk[] {
  const options = { context: CONTEXT_LINES };
  const hunks =
    known.get(file) ?? structuredPatch('', '', file.before, file.after, undefined, undefined, options).hunks;
  known.set(file, hunks);
  return hunks;
}

/** The unified diffs of the changed files; any of them, behind the note, are a patch. */
export function createPatches({ root, files }: Pick<Analysis, 'root' | 'files'>): Patches {
  const changed = files.filter(isChanged);
  const base = findBase(
    root,
    changed.map(({ path }) => path),
  );
  // git refuses a path that leads upwards.
  const note = base === root ? '' : `# Paths are relative to ${base}\n`;
  const patches = changed.map((file) => {
    const label = toRelative(base, root, file.path);
    const names = { oldFileName: `a/${label}`, newFileName: `b/${label}` };
    const patch = { ...names, oldHeader: undefined, newHeader: undefined, hunks: findHunks(file) };
    return { file, text: formatPatch(patch, FILE_HEADERS_ONLY) };
  });
  return { note, patches };
}

/** A unified diff of all changed files, as `git apply` takes it in the folder that holds them all. */
export function formatDiff(analysis: Pick<Analysis, 'root' | 'files'>): string {
  const { note, patches } = createPatches(analysis);
  return note + patches.map(({ text }) => text).join('');
}
