import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Analysis } from '../engine/contracts.js';
import { findWorkTree, runGit, splitNulls } from '../engine/discovery/ignore-git.js';
import { isChanged } from './changes.js';
import { UsageError } from './usage-error.js';

/** What a commit would not bring back, in the work trees that the changed files lie in. Empty outside of git. */
export interface Uncommitted {
  /** Modified or staged files, whether the run would write them or not. */
  readonly modified: readonly string[];
  /** Files that the run would write although git does not keep them. */
  readonly untracked: readonly string[];
}

async function findInTree(top: string, changed: readonly string[]): Promise<Uncommitted> {
  const [status, tracked] = await Promise.all([
    // A submodule is a tree of its own.
    runGit(
      top,
      ...[
        'status',
        '--porcelain=v1',
        '-z',
        '--no-renames',
        '--untracked-files=no',
        '--ignore-submodules=all',
      ],
    ),
    runGit(top, 'ls-files', '-z', '--cached'),
  ]);
  if (status === undefined || tracked === undefined) return { modified: [], untracked: [] };
  const known = new Set(splitNulls(tracked).map((path) => join(top, path)));
  return {
    modified: splitNulls(status).map((entry) => join(top, entry.slice(3))),
    untracked: changed.filter((path) => !known.has(path)),
  };
}

/** Paths are relative to the work tree that the root lies in, with forward slashes. */
export async function findUncommitted({
  root,
  files,
}: Pick<Analysis, 'root' | 'files'>): Promise<Uncommitted> {
  const byTree = new Map<string, string[]>();
  for (const file of files.filter(isChanged)) {
    const path = resolve(root, file.path);
    const top = findWorkTree(dirname(path));
    if (top !== undefined) byTree.set(top, [...(byTree.get(top) ?? []), path]);
  }
  const found = await Promise.all([...byTree].map(([top, changed]) => findInTree(top, changed)));
  const base = findWorkTree(root) ?? root;
  const label = (path: string): string => relative(base, path).split(sep).join('/');
  return {
    modified: found.flatMap(({ modified }) => modified.map(label)),
    untracked: found.flatMap(({ untracked }) => untracked.map(label)),
  };
}

function enumerate([first = '', ...more]: readonly string[]): string {
  return more.length > 0 ? `${first} and ${more.length} more` : first;
}

/** @throws UsageError where git would not bring back what a run writes over. */
export async function checkTree(analysis: Pick<Analysis, 'root' | 'files'>): Promise<void> {
  const { modified, untracked } = await findUncommitted(analysis);
  if (modified.length > 0)
    throw new UsageError(
      `the git tree has uncommitted changes (${enumerate(modified)}); commit or stash them, or add --allow-dirty`,
    );
  if (untracked.length > 0)
    throw new UsageError(
      `git does not keep all that would be written (${enumerate(untracked)}); commit it, or add --allow-dirty`,
    );
}
