import type { Edit, FileOutcome } from '../../engine/contracts.js';
import { EditList } from '../../engine/edits/edit-list.js';
import { findUnreadText } from '../../engine/parsing/typescript-syntax.js';
import { lineStarts, textOf } from './hunks.js';
import type { Hunk } from './hunks.js';

const NO_LINE_END = '\\';

/** The lines on one side of a hunk, as text. */
function sideOf(lines: readonly string[], sign: '-' | '+'): string {
  let text = '';
  let isLast = false;
  for (const line of lines) {
    if (line.startsWith(NO_LINE_END)) {
      if (isLast) text = text.replace(/\n$/, '');
      continue;
    }
    isLast = line.startsWith(sign) || line.startsWith(' ');
    if (isLast) text += `${line.slice(1)}\n`;
  }
  return text;
}

const FILE_HEADERS = /^--- .*\n\+\+\+ .*\n(?=@@)/gm;

/** The hunks of a patch that somebody has edited, in their order: the lines of each. */
function readPatch(text: string): string[][] {
  const hunks: string[][] = [];
  for (const line of text.replace(FILE_HEADERS, '').replace(/\n$/, '').split('\n')) {
    if (line.startsWith('@@')) hunks.push([]);
    // An editor may have taken the space from an empty line.
    else if (!line.startsWith('#')) hunks.at(-1)?.push(line === '' ? ' ' : line);
  }
  return hunks;
}

/** What somebody made of some hunks, or why that cannot be: a sentence without its end. */
export type Edited =
  { readonly lines: ReadonlyMap<string, readonly string[]> } | { readonly problem: string };

/** Reads a patch that was made of these hunks, and then edited. */
export function readEdited(text: string, hunks: readonly Hunk[]): Edited {
  const parts = readPatch(text);
  if (parts.length !== hunks.length)
    return { problem: 'the lines that begin with @@ must all stay, and nothing may be added before them' };
  const edited = new Map<string, readonly string[]>();
  for (const [index, { key, lines, file }] of hunks.entries()) {
    const usesCarriageReturns = lines.every((line) => line.endsWith('\r') || line.startsWith(NO_LINE_END));
    const given = (parts[index] ?? []).map((line) =>
      usesCarriageReturns && !line.endsWith('\r') && !line.startsWith(NO_LINE_END) ? `${line}\r` : line,
    );
    const stranger = given.find((line) => !/^[ +\-\\]/.test(line));
    if (stranger !== undefined) return { problem: `a line begins with none of space, - and +: ${stranger}` };
    if (sideOf(given, '-') !== sideOf(lines, '-'))
      return {
        problem: `in ${file.path} lines that begin with a space or - are no longer those of the file`,
      };
    edited.set(key, given);
  }
  return { lines: edited };
}

/** A file with hunks as somebody edited them, in the place of the edits that they were made of. */
export function applyEdited(
  file: FileOutcome,
  hunks: readonly Hunk[],
  edited: ReadonlyMap<string, readonly string[]>,
): FileOutcome {
  const own = hunks.filter((hunk) => hunk.file.path === file.path && edited.has(hunk.key));
  if (own.length === 0) return file;
  const text = textOf(file);
  const starts = lineStarts(text);
  const list = new EditList();
  const replaced = new Set<Edit>();
  for (const { key, oldStart, oldLines, edits } of own) {
    const [first] = edits;
    if (!first) continue;
    for (const edit of edits) replaced.add(edit);
    const start = starts[oldStart - 1] ?? 0;
    const end = starts[oldStart - 1 + oldLines] ?? text.length;
    const by = sideOf(edited.get(key) ?? [], '+').replace(/^\uFEFF/, '');
    list.add({ start, end, text: by, site: first.site, kind: first.kind });
  }
  for (const edit of file.edits) if (!replaced.has(edit)) list.add(edit);
  const mark = file.before.slice(0, file.before.length - text.length);
  return { ...file, after: mark + list.apply(text), edits: list.toArray() };
}

/** Why a file can no longer be read; `undefined` where it can. */
export function findBreak({ path, after }: FileOutcome): string | undefined {
  if (!path.endsWith('.json')) return findUnreadText(path, after);
  try {
    JSON.parse(after.replace(/^\uFEFF/, ''));
    return undefined;
  } catch (error) {
    return `is no JSON (${(error as Error).message})`;
  }
}
