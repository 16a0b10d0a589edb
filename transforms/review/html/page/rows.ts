import type { PageBlock } from './data.js';

export interface Row {
  /** `+`, `-`, a space, or a backslash for a remark on the line above. */
  readonly sign: string;
  /** The number of the line before; only where there is one. */
  readonly old?: number;
  /** The number of the line after; only where there is one. */
  readonly now?: number;
  readonly text: string;
  readonly syntax: string;
  readonly marks: readonly number[];
}

/** What is beside each other, before and after. */
export interface Pair {
  readonly old?: Row;
  readonly now?: Row;
}

export function toRows({ lines, syntax, marks, oldStart, newStart }: PageBlock): Row[] {
  let [old, now] = [oldStart, newStart];
  return lines.map((line, index) => {
    const sign = line.charAt(0);
    const hasOld = sign === ' ' || sign === '-';
    const hasNew = sign === ' ' || sign === '+';
    return {
      sign,
      ...(hasOld && { old: old++ }),
      ...(hasNew && { now: now++ }),
      text: line.slice(1),
      syntax: syntax[index] ?? '',
      marks: marks[index] ?? [],
    };
  });
}

/** Puts the lines that go beside those that come in their place. */
export function toPairs(rows: readonly Row[]): Pair[] {
  const pairs: Pair[] = [];
  let gone: Row[] = [];
  let come: Row[] = [];
  const flush = (): void => {
    for (let index = 0; index < Math.max(gone.length, come.length); index += 1) {
      const [old, now] = [gone[index], come[index]];
      pairs.push({ ...(old && { old }), ...(now && { now }) });
    }
    [gone, come] = [[], []];
  };
  let side = gone;
  for (const row of rows) {
    if (row.sign === '\\') side.push(row);
    else if (row.sign === '-') (side = gone).push(row);
    else if (row.sign === '+') (side = come).push(row);
    else {
      flush();
      pairs.push({ old: row, now: row });
      side = [];
    }
  }
  flush();
  return pairs;
}
