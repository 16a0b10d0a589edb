import { dirname, join, relative, resolve, sep } from 'node:path';
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { Analysis, FileOutcome } from '../engine/contracts.js';
import { isChanged } from './changes.js';

/** The folder that holds all changed files: the root, or the one of a package.json above it. */
function findBase(root: string, changed: readonly FileOutcome[]): string {
  let base = root;
  for (const { path } of changed) {
    const folder = dirname(resolve(root, path));
    while (!`${folder}${sep}`.startsWith(join(base, sep))) base = dirname(base);
  }
  return base;
}

/** A unified diff of all changed files, as `git apply` takes it in the folder that holds them all. */
export function formatDiff({ root, files }: Pick<Analysis, 'root' | 'files'>): string {
  const changed = files.filter(isChanged);
  const base = findBase(root, changed);
  // git refuses a path that leads upwards.
  const note = base === root ? '' : `# Paths are relative to ${base}\n`;
  const patches = changed.map(({ path, before, after }) => {
    const label = relative(base, resolve(root, path)).split(sep).join('/');
    return createTwoFilesPatch(`a/${label}`, `b/${label}`, before, after, undefined, undefined, {
      context: 3,
      headerOptions: FILE_HEADERS_ONLY,
    });
  });
  return note + patches.join('');
}
