import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { FileOutcome } from '../engine/contracts.js';

export function isChanged({ before, after }: FileOutcome): boolean {
  return before !== after;
}

/** A unified diff of all changed files, as `git apply` takes it. */
export function formatDiff(files: readonly FileOutcome[]): string {
  return files
    .filter(isChanged)
    .map(({ path, before, after }) =>
      createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
        context: 3,
        headerOptions: FILE_HEADERS_ONLY,
      }),
    )
    .join('');
}
