import type { FileOutcome } from '../../engine/contracts.js';
import { SourceText } from '../../engine/source-text.js';

/** Spans by line, 1-based: start and end of each, in turn. */
export type Marks = ReadonlyMap<number, readonly number[]>;

/** How many characters two texts have in common at their start, and at their end behind that. */
function countCommon(before: string, after: string): [number, number] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return [start, end];
}

function markSpans(raw: string, spans: readonly (readonly [number, number])[]): Marks {
  const source = new SourceText(raw);
  const shift = raw.length - source.text.length;
  const marks = new Map<number, number[]>();
  for (const [start, end] of spans) {
    const first = source.positionAt(start).line;
    const last = source.positionAt(Math.max(start, end - 1)).line;
    for (let line = first; line <= last; line += 1) {
      const lineStart = source.offsetAt({ line, column: 1 });
      const code = source.lineAt(lineStart);
      const from = Math.max(0, start - lineStart);
      const to = Math.min(code.length, end - lineStart);
      // Where all of a line is new, that it is marked says nothing.
      if (from >= to || code.slice(from, to).trim() === code.trim()) continue;
      const offset = line === 1 ? shift : 0;
      marks.set(line, [...(marks.get(line) ?? []), from + offset, to + offset]);
    }
  }
  return marks;
}

/** What the edits of a file take out of its lines before, and bring into those after. */
export function findMarks({ before, after, edits }: FileOutcome): { before: Marks; after: Marks } {
  const { text: body } = new SourceText(before);
  const taken: [number, number][] = [];
  const brought: [number, number][] = [];
  let shift = 0;
  for (const { start, end, text } of edits) {
    const [head, tail] = countCommon(body.slice(start, end), text);
    taken.push([start + head, end - tail]);
    brought.push([start + shift + head, start + shift + text.length - tail]);
    shift += text.length - (end - start);
  }
  return { before: markSpans(before, taken), after: markSpans(after, brought) };
}
