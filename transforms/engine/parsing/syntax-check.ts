import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { findSyntaxErrors } from './parse.js';
import type { ParsedText } from './parse.js';

/** Below this a thread takes longer to start than the files take to be parsed. */
const MIN_FILES = 8;

function checkInWorker(files: readonly ParsedText[]): Promise<ReadonlyMap<string, string>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(__dirname, 'syntax-worker.js'), { workerData: files });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the syntax check stopped with exit code ${code}`)));
  });
}

function splitEvenly<T>(items: readonly T[], parts: number): T[][] {
  return Array.from({ length: parts }, (_, part) => items.filter((_item, index) => index % parts === part));
}

/**
 * Finds the files that jscodeshift's parser cannot read, with the reason of each.
 *
 * @param jobs how many threads may be at work, the caller's own included; with one, nothing is done beside it
 */
export async function checkSyntax(
  files: readonly ParsedText[],
  jobs: number,
): Promise<ReadonlyMap<string, string>> {
  const threads = Math.min(jobs - 1, Math.floor(files.length / MIN_FILES));
  if (threads < 1) return findSyntaxErrors(files);
  const found = await Promise.all(splitEvenly(files, threads).map(checkInWorker));
  return new Map(found.flatMap((reasons) => [...reasons]));
}
