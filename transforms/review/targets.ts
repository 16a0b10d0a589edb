import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import type { Place } from './explanation.js';
import { UsageError } from './usage-error.js';

/** @throws UsageError where it is no place in a file that exists. */
export function toPlace(text = ''): Place {
  const [, path = '', line = ''] = /^(.+?):(\d+)(?::\d+)?$/.exec(text) ?? [];
  if (!path) throw new UsageError(`explain needs a place, such as src/pool.ts:12, and not '${text}'`);
  if (!existsSync(path) || !statSync(path).isFile())
    throw new UsageError(`explain: there is no file ${path}; give one that exists`);
  return { path: realpathSync(path), line: Number(line) };
}

export interface Targets {
  readonly root: string;
  readonly targets: readonly string[];
}

/** The absolute paths to look at, and the folder that holds them all. @throws UsageError where one does not exist. */
export function resolveTargets(paths: readonly string[]): Targets {
  const targets = paths.map((path) => {
    if (!existsSync(path))
      throw new UsageError(`${path || "''"} does not exist; give a file or folder that does`);
    return realpathSync(path);
  });
  const folders = targets.map((target) => (statSync(target).isDirectory() ? target : dirname(target)));
  const [first = process.cwd(), ...others] = folders;
  let root = first;
  const holds = (folder: string): boolean =>
    folder === root || folder.startsWith(root.endsWith(sep) ? root : root + sep);
  while (!others.every(holds)) root = dirname(root);
  return { root, targets };
}

/** Whether a file is one of these targets, or lies below one. */
export function isWithin(path: string, targets: readonly string[]): boolean {
  return targets.some(
    (target) => path === target || path.startsWith(target.endsWith(sep) ? target : target + sep),
  );
}
