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
import { setImmediate } from 'node:timers/promises';
import type { Analysis, FileOutcome, Skip } from '../engine/contracts.js';
import { REASONS } from '../engine/sites/reasons.js';
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

/** Why a file must not be written now; `undefined` where it may, or need not. */
function findObstacle(path: string, { before, after }: FileOutcome): string | undefined {
  const stats = lstatSync(path);
  if (stats.isSymbolicLink()) return 'is a link, which is not followed; change the file behind it by hand';
  const now = readFileSync(path);
  // A second run at the same time may have been faster.
  if (now.equals(Buffer.from(after))) return undefined;
  if (!now.equals(Buffer.from(before))) return 'has changed while it was being looked at; run again';
  accessSync(path, constants.W_OK);
  accessSync(dirname(path), constants.W_OK);
  // Root may write what the mode forbids; the mode is what the user said.
  return (stats.mode & 0o222) === 0 ? 'cannot be written: it is read-only' : undefined;
}

/** Of the files to be written, those that are only right together with one that was not; each with the latter's path. */
function findHeldBack(
  changed: readonly FileOutcome[],
  failed: ReadonlyMap<string, string>,
): Map<string, string> {
  const held = new Map<string, string>();
  for (let found = 1; found > 0;) {
    const before = held.size;
    for (const { path, linked } of changed) {
      if (held.has(path) || failed.has(path)) continue;
      const other = linked.find((one) => failed.has(one) || held.has(one));
      if (other !== undefined) held.set(path, held.get(other) ?? other);
    }
    found = held.size - before;
  }
  return held;
}

const BROKEN_OFF = 'was not reached before the run was broken off; run again';

/**
 * Writes all changed files, each whole or not at all, and those that are linked all or none; gives those that could not be
 * written, which stay as they were.
 *
 * @param interruption where it is aborted, no further file is written.
 */
export async function writeFiles({ root, files }: Analysis, interruption?: AbortSignal): Promise<Skip[]> {
  const failed = new Map<string, string>();
  const attempt = (file: FileOutcome, write: (absolute: string) => void): void => {
    const { path } = file;
    try {
      const absolute = resolve(root, path);
      const obstacle = findObstacle(absolute, file);
      if (obstacle === undefined) write(absolute);
      else failed.set(path, obstacle);
    } catch (error) {
      failed.set(path, describe(error));
    }
  };
  const changed = files.filter(isChanged);
  const written = new Set<FileOutcome>();
  for (const file of changed) attempt(file, () => {});
  const heldFirst = findHeldBack(changed, failed);
  for (const file of changed) {
    if (failed.has(file.path) || heldFirst.has(file.path)) continue;
    await setImmediate();
    if (interruption?.aborted) failed.set(file.path, BROKEN_OFF);
    else
      attempt(file, (absolute) => {
        writeWhole(absolute, file.after, lstatSync(absolute).mode);
        written.add(file);
      });
  }
  const held = findHeldBack(changed, failed);
  for (const file of written) {
    if (!held.has(file.path)) continue;
    const { before, after } = file;
    attempt({ ...file, before: after, after: before }, (absolute) =>
      writeWhole(absolute, before, lstatSync(absolute).mode),
    );
  }
  for (const [path, other] of held)
    failed.set(path, `is held back, as it is only right together with ${other}, which was not written`);
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
        ? {
            ...site,
            outcome: 'refused',
            code: 'not-written',
            reason: REASONS['not-written'](reasons.get(site.path) ?? ''),
          }
        : site,
    ),
    failed: [...analysis.failed, ...failures],
  };
}
