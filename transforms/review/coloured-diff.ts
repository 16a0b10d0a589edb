import { diffWordsWithSpace } from 'diff';
import type { Palette } from './colour.js';

// A carriage return belongs to the file, not to the colour.
const LINE_END = /\r?$/;

type Paint = (text: string) => string;

function paintLine(line: string, paint: Paint): string {
  const [end = ''] = LINE_END.exec(line) ?? [];
  return paint(line.slice(0, line.length - end.length)) + end;
}

/** The two sides of a changed line, in which the words stand out that are not in the other, if there are others. */
function emphasise(before: string, after: string, palette: Palette): [string, string] {
  const parts = diffWordsWithSpace(before, after);
  if (!parts.some(({ value, added, removed }) => !added && !removed && value.trim() !== ''))
    return [before, after];
  const sides: [string, string] = ['', ''];
  for (const { value, added, removed } of parts) {
    if (!added) sides[0] += removed ? palette.inverse(value) : value;
    if (!removed) sides[1] += added ? palette.inverse(value) : value;
  }
  return sides;
}

/** Removed lines and those that take their place. */
function paintBlock(removed: readonly string[], added: readonly string[], palette: Palette): string[] {
  const isPaired = removed.length === added.length;
  const pairs = isPaired
    ? removed.map((line, index) => emphasise(line.slice(1), added[index]?.slice(1) ?? '', palette))
    : [];
  const paint = (lines: readonly string[], side: 0 | 1, colour: Paint): string[] =>
    lines.map((line, index) => paintLine(isPaired ? `${line[0]}${pairs[index]?.[side]}` : line, colour));
  return [...paint(removed, 0, palette.red), ...paint(added, 1, palette.green)];
}

const HUNK = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/;

/** A unified diff in the colours that git gives it, with the changed words of each line in inverse. */
export function colourDiff(diff: string, palette: Palette): string {
  if (!palette.isColorSupported) return diff;
  const painted: string[] = [];
  let [removed, added]: [string[], string[]] = [[], []];
  // How many lines of each side the hunk still has: a line of code may look like a header.
  let [before, after] = [0, 0];
  for (const line of diff.split('\n')) {
    const isInHunk = before > 0 || after > 0;
    const sign = isInHunk ? line[0] : undefined;
    if (sign === '-' || sign === ' ') before--;
    if (sign === '+' || sign === ' ') after--;
    if (sign === '+') added.push(line);
    else if (sign === '-' && added.length === 0) removed.push(line);
    else {
      painted.push(...paintBlock(removed, added, palette));
      [removed, added] = [sign === '-' ? [line] : [], []];
      const header = isInHunk ? null : HUNK.exec(line);
      if (header) [before, after] = [Number(header[1] ?? 1), Number(header[2] ?? 1)];
      if (header) painted.push(paintLine(line, palette.cyan));
      else if (sign !== '-') painted.push(isInHunk || line === '' ? line : paintLine(line, palette.bold));
    }
  }
  return [...painted, ...paintBlock(removed, added, palette)].join('\n');
}
