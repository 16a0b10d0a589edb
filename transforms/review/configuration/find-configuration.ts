import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../usage-error.js';

/** The key of a package.json that has a configuration. */
export const MANIFEST_KEY = 'traced-pool';
const NAME = /^traced-pool\.config\.(?:[cm]?[jt]s|json)$/;

function hasKey(path: string): boolean {
  // What cannot be read here is told by who needs the file.
  try {
    const manifest: unknown = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
    return typeof manifest === 'object' && manifest !== null && Object.hasOwn(manifest, MANIFEST_KEY);
  } catch {
    return false;
  }
}

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // A folder above the project's that may not be looked into.
    return [];
  }
}

function findIn(folder: string): string | undefined {
  const names = listNames(folder)
    .filter((name) => NAME.test(name))
    .toSorted();
  if (hasKey(join(folder, 'package.json'))) names.push('package.json');
  const [first, second] = names;
  if (first !== undefined && second !== undefined)
    throw new UsageError(`${folder} has two configurations, ${first} and ${second}; leave one of them`);
  return first && join(folder, first);
}

/** The folder and those above it, as far as the project goes: to the top of the work tree, or to the last package.json. */
function foldersUpwards(folder: string): string[] {
  const folders: string[] = [];
  for (let next = folder; ; next = dirname(next)) {
    folders.push(next);
    if (existsSync(join(next, '.git'))) return folders;
    if (next === dirname(next)) break;
  }
  const last = folders.findLastIndex((path) => existsSync(join(path, 'package.json')));
  return folders.slice(0, Math.max(last, 0) + 1);
}

/**
 * The nearest configuration of a folder's project; `undefined` where there is none.
 *
 * @throws UsageError where a folder has two of them.
 */
export function findConfiguration(folder: string): string | undefined {
  for (const path of foldersUpwards(folder)) {
    const found = findIn(path);
    if (found !== undefined) return found;
  }
  return undefined;
}
