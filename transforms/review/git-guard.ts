import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Analysis } from '../engine/contracts.js';
import { isChanged } from './diff.js';

const execute = promisify(execFile);

/**
 * The files of a git work tree that have changes which a commit would not bring back: modified or staged ones, and
 * among the untracked ones those that the run would write. Empty outside of git.
 */
export async function findUncommitted({ root, files }: Analysis): Promise<string[]> {
  let status: string;
  let top: string;
  try {
    const options = { cwd: root, maxBuffer: Infinity };
    top = (await execute('git', ['rev-parse', '--show-toplevel'], options)).stdout.replace(/\n$/, '');
    status = (await execute('git', ['status', '--porcelain=v1', '-z', '--no-renames', '-uall'], options))
      .stdout;
  } catch {
    return [];
  }
  const written = new Set(files.filter(isChanged).map(({ path }) => resolve(root, path)));
  return status
    .split('\0')
    .filter((entry) => entry !== '')
    .filter((entry) => !entry.startsWith('??') || written.has(resolve(top, entry.slice(3))))
    .map((entry) => entry.slice(3));
}
