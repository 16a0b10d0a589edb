import type { PageBlock } from './page/data.js';

/** Some lines in a row, before and after. */
export type Lines = Pick<PageBlock, 'header' | 'oldStart' | 'newStart' | 'lines'>;

/** Takes the patch of a file apart: its first lines, and its hunks. */
export function readHunks(patch: string): { header: string; hunks: Lines[] } {
  const [header = '', ...parts] = patch.split(/(?<=\n)(?=@@ )/);
  const hunks = parts.map((part) => {
    const [first = '', ...lines] = part.replace(/\n$/, '').split('\n');
    const numbers = [...first.matchAll(/\d+/g)].map(Number);
    const [oldStart = 0, oldLines = 0, newStart = 0, newLines = 0] = numbers;
    // An empty side is counted from the line before.
    return {
      header: first,
      oldStart: oldLines === 0 ? oldStart + 1 : oldStart,
      newStart: newLines === 0 ? newStart + 1 : newStart,
      lines,
    };
  });
  return { header, hunks };
}

const countWithout = (lines: readonly string[], absent: string): number =>
  lines.filter((line) => !line.startsWith(absent) && !line.startsWith('\\')).length;

/** The numbers that lines have in the file before. */
export function listOldLines({ oldStart, lines }: Lines): number[] {
  return Array.from({ length: countWithout(lines, '+') }, (_, index) => oldStart + index);
}

/** By how much lines move from a place on: the first number before, and the difference. */
function listShifts(hunks: readonly Lines[]): { readonly from: number; readonly shift: number }[] {
  let shift = 0;
  return hunks.map(({ oldStart, lines }) => {
    shift += countWithout(lines, '-') - countWithout(lines, '+');
    return { from: oldStart, shift };
  });
}

/** Lines of a file that are in no hunk, and `context` of those around them; a hunk cuts them off. */
export function surround(
  wanted: readonly number[],
  hunks: readonly Lines[],
  text: readonly string[],
  context: number,
): Lines[] {
  const taken = new Set(hunks.flatMap(listOldLines));
  const shifts = listShifts(hunks);
  const count = text.at(-1) === '' ? text.length - 1 : text.length;
  const shown = new Set<number>();
  for (const line of wanted) {
    const [first, last] = [Math.max(1, line - context), Math.min(count, line + context)];
    for (let near = first; near <= last; near += 1) if (!taken.has(near)) shown.add(near);
  }
  const blocks: { header: string; oldStart: number; newStart: number; lines: string[] }[] = [];
  for (const line of [...shown].toSorted((a, b) => a - b)) {
    const code = ` ${text[line - 1] ?? ''}`;
    const last = blocks.at(-1);
    if (last && last.oldStart + last.lines.length === line) last.lines.push(code);
    else {
      const { shift = 0 } = shifts.findLast(({ from }) => from <= line) ?? {};
      blocks.push({ header: '', oldStart: line, newStart: line + shift, lines: [code] });
    }
  }
  return blocks;
}
