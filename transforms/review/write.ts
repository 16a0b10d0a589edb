import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Analysis, FileOutcome, Skip } from '../engine/contracts.js';
import { isChanged } from './changes.js';

/** Writes a file whole or not at all: beside it first, then in its place. */
export function writeWhole(path: string, text: string, mode?: number): void {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    writeFileSync(temporary, text, { flag: 'wx' });
    // Set apart, as the umask would take from a mode given on creation.
    if (mode !== undefined) chmodSync(temporary, mode & 0o7777);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function describe(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'cannot be written: it is read-only';
  if (code === 'ENOSPC') return 'cannot be written: the disk is full';
  if (code === 'ENOENT') return 'is gone since it was looked at; run again';
  return `cannot be written: ${message}`;
}

/** Why a file must not be written now; `undefined` where it may. */
function findObstacle(path: string, before: string): string | undefined {
  const stats = lstatSync(path);
  if (stats.isSymbolicLink()) return 'is a link, which is not followed; change the file behind it by hand';
  if (!readFileSync(path).equals(Buffer.from(before))) {
    return 'has changed while it was being looked at; run again';
  }
  accessSync(path, constants.W_OK);
  accessSync(dirname(path), constants.W_OK);
  // Root may write what the mode forbids; the mode is what the user said.
  return (stats.mode & 0o222) === 0 ? 'cannot be written: it is read-only' : undefined;
}

function builds({ edits }: FileOutcome): boolean {
  return edits.some(({ kind }) => kind === 'construct');
}

function callsOnly(file: FileOutcome): boolean {
  return !builds(file) && file.edits.some(({ kind }) => kind === 'dispatch');
}

/** Writes all changed files, each whole or not at all; gives those that could not be written, which stay as they were. */
export function writeFiles({ root, files }: Analysis): Skip[] {
  const failed = new Map<string, string>();
  const attempt = ({ path, before }: FileOutcome, write: (absolute: string) => void): void => {
    try {
      const absolute = resolve(root, path);
      const obstacle = findObstacle(absolute, before);
      if (obstacle === undefined) write(absolute);
      else failed.set(path, obstacle);
    } catch (error) {
      failed.set(path, describe(error));
    }
  };
  const changed = files.filter(isChanged);
  for (const file of changed) attempt(file, () => {});
  // A call that has the executor's verb fails on a pool that was not built as one: pools first, then their callers.
  const ordered = [...changed.filter((file) => !callsOnly(file)), ...changed.filter(callsOnly)];
  for (const file of ordered) {
    if (failed.has(file.path)) continue;
    const unbuilt = changed.find((other) => failed.has(other.path) && builds(other));
    if (unbuilt && callsOnly(file)) {
      failed.set(
        file.path,
        `is held back, as its pool may be built in ${unbuilt.path}, which was not written`,
      );
    } else {
      attempt(file, (absolute) => writeWhole(absolute, file.after, lstatSync(absolute).mode));
    }
  }
  return [...failed].map(([path, reason]) => ({ path, reason }));
}

/** The analysis as it came out: files that could not be written have no edits, and their sites are not rewritten. */
export function withFailures(analysis: Analysis, failures: readonly Skip[]): Analysis {
  const reasons = new Map(failures.map(({ path, reason }) => [path, reason]));
  return {
    ...analysis,
    files: analysis.files.map((file) =>
      reasons.has(file.path) ? { ...file, after: file.before, edits: [] } : file,
    ),
    sites: analysis.sites.map((site) =>
      site.outcome === 'rewritten' && reasons.has(site.path)
        ? { ...site, outcome: 'refused', code: 'not-written', reason: `the file ${reasons.get(site.path)}` }
        : site,
    ),
    failed: [...analysis.failed, ...failures],
  };
}
