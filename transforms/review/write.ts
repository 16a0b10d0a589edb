import { randomBytes } from 'node:crypto';
import { accessSync, constants, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Analysis, Skip } from '../engine/contracts.js';
import { isChanged } from './diff.js';

/** Writes a file whole or not at all: beside it first, then in its place. */
export function writeWhole(path: string, text: string, mode?: number): void {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    writeFileSync(temporary, text, { flag: 'wx', ...(mode !== undefined && { mode }) });
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
  return `cannot be written: ${message}`;
}

/** Why a file must not be written now; `undefined` where it may. */
function findObstacle(path: string, before: string): string | undefined {
  if (readFileSync(path, 'utf8') !== before) return 'has changed while it was being looked at; run again';
  accessSync(path, constants.W_OK);
  // Root may write what the mode forbids; the mode is what the user said.
  return (statSync(path).mode & 0o222) === 0 ? 'cannot be written: it is read-only' : undefined;
}

/** Writes all changed files, each whole or not at all; gives those that could not be written, which stay as they were. */
export function writeFiles({ root, files }: Analysis): Skip[] {
  const failed: Skip[] = [];
  for (const { path, before, after } of files.filter(isChanged)) {
    const absolute = resolve(root, path);
    try {
      const obstacle = findObstacle(absolute, before);
      if (obstacle === undefined) writeWhole(absolute, after, statSync(absolute).mode);
      else failed.push({ path, reason: obstacle });
    } catch (error) {
      failed.push({ path, reason: describe(error) });
    }
  }
  return failed;
}
