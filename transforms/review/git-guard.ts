import { relative, resolve, sep } from 'node:path';
import type { Analysis } from '../engine/contracts.js';
import { runGit, splitNulls } from '../engine/discovery/ignore-git.js';
import { isChanged } from './changes.js';

/**
 * The files of a git work tree that have changes which a commit would not bring back: modified or staged ones, and
 * those that the run would write although git does not keep them. Empty outside of git.
 */
export async function findUncommitted({ root, files }: Analysis): Promise<string[]> {
  const top = (await runGit(root, 'rev-parse', '--show-toplevel'))?.replace(/\r?\n$/, '');
  if (top === undefined || top === '') return [];
  const [status, tracked] = await Promise.all([
    runGit(top, 'status', '--porcelain=v1', '-z', '--no-renames', '--untracked-files=no'),
    runGit(top, 'ls-files', '-z', '--cached'),
  ]);
  const modified = splitNulls(status ?? '').map((entry) => entry.slice(3));
  const known = new Set(splitNulls(tracked ?? ''));
  const untracked = files
    .filter(isChanged)
    .map(({ path }) => relative(top, resolve(root, path)).split(sep).join('/'))
    .filter((path) => !known.has(path));
  return [...modified, ...untracked];
}
