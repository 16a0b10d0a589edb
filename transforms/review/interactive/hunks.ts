import type { Analysis, Edit, FileOutcome } from '../../engine/contracts.js';
import { isChanged } from '../changes.js';
import { findHunks } from '../diff.js';

/** Lines of a file that change, as in a unified diff. */
export interface Hunk {
  readonly file: FileOutcome;
  /** 1-based, of the file as it is. */
  readonly oldStart: number;
  readonly oldLines: number;
  /** Each behind its sign: a space, `-` or `+`. */
  readonly lines: readonly string[];
  /** With its header. */
  readonly text: string;
  /** The same as long as the hunk is, whatever becomes of the others. */
  readonly key: string;
  readonly edits: readonly Edit[];
}

const BYTE_ORDER_MARK = /^\uFEFF/;

/** The offsets at which the lines of a text begin, and its end. */
export function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1), text.length];
}

/** The 1-based number of the line that an offset is in. */
function lineAt(starts: readonly number[], offset: number): number {
  const after = starts.findIndex((start) => start > offset);
  return after < 0 ? starts.length - 1 : after;
}

/** What a file is but for a byte order mark, which edits do not count. */
export function textOf({ before }: FileOutcome): string {
  return before.replace(BYTE_ORDER_MARK, '');
}

function hunksOf(file: FileOutcome): Hunk[] {
  const starts = lineStarts(textOf(file));
  const places = file.edits.map((edit) => ({
    edit,
    first: lineAt(starts, edit.start),
    last: lineAt(starts, edit.end),
  }));
  return findHunks(file).map(({ oldStart, oldLines, newStart, newLines, lines }) => {
    const header = `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`;
    const isWithin = (first: number, last: number): boolean =>
      first < oldStart + oldLines && last >= oldStart;
    return {
      file,
      oldStart,
      oldLines,
      lines,
      text: [header, ...lines, ''].join('\n'),
      key: [file.path, oldStart, ...lines].join('\n'),
      edits: places.filter(({ first, last }) => isWithin(first, last)).map(({ edit }) => edit),
    };
  });
}

/** All hunks of what would be written, in the order of the diff. */
export function listHunks({ files }: Pick<Analysis, 'files'>): Hunk[] {
  return files.filter(isChanged).flatMap(hunksOf);
}
