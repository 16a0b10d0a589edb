import type { Summary } from '../statistics.js';
import type { Cost } from '../timed-process.js';
import { TYPESCRIPT } from './codemod-runs.js';
import { times } from './row.js';
import type { Row } from './row.js';

export type Costs = ReadonlyMap<string, Readonly<Record<keyof Cost, Summary>>>;

interface Target {
  readonly measure: string;
  readonly target: string;
  /** The runs whose times are compared. */
  readonly runs: readonly [first: string, second: string];
  readonly judge: (first: number, second: number) => readonly [result: string, isMet: boolean];
  /** Whether TypeScript alone takes longer than the target allows. */
  readonly isBoundByTypes?: boolean;
}

const atMost = (limit: number) => (a: number, b: number) => [times(a / b), a <= b * limit] as const;
const atLeast = (limit: number) => (a: number, b: number) => [times(a / b), a >= b * limit] as const;
const within = (millis: number) => (a: number, b: number) =>
  [`${(a - b).toFixed(0)} ms`, a - b <= millis] as const;

/** What the codemod is to reach, by the medians of whole processes; the names are those of the runs. */
const TARGETS: readonly Target[] = [
  {
    measure: 'codemod, dry run of 7,000 files (20 MB, 50 with pools), against `rg -l` of the same words',
    target: 'within 10 ×',
    runs: ['dry run', 'rg -l'],
    judge: atMost(10),
    isBoundByTypes: true,
  },
  {
    measure: 'jscodeshift with the same transform, which proves less, against it',
    target: 'at least 10 ×',
    runs: ['jscodeshift', 'dry run'],
    judge: atLeast(10),
    isBoundByTypes: true,
  },
  {
    measure: 'ast-grep with the pattern of a construction, against it',
    target: 'no target',
    runs: ['ast-grep', 'dry run'],
    judge: (a, b) => [times(a / b), true],
  },
  {
    measure: "codemod's jssg with that pattern, against it",
    target: 'above 1 ×',
    runs: ['jssg', 'dry run'],
    judge: (a, b) => [times(a / b), a > b],
  },
  {
    measure: 'dry run of 7,000 files, none with a pool, beyond `node -e 0`',
    target: 'under 500 ms',
    runs: ['dry run, no pool', 'node -e 0'],
    judge: within(500),
  },
  {
    measure: 'dry run of 70,000 files, against 7,000',
    target: 'linear: at most 10.5 ×',
    runs: ['dry run, ten times the files', 'dry run'],
    judge: atMost(10.5),
  },
  {
    measure: 'start of the command line (`--help`), beyond `node -e 0`',
    target: 'at most 100 ms',
    runs: ['--help', 'node -e 0'],
    judge: within(100),
  },
];
const MAX_MEGABYTES = 250;

function toSeconds(name: string, { min, median, max }: Summary): string {
  const show = (millis: number): string => (millis / 1000).toFixed(2);
  return `${name} ${show(median)} s (${show(min)} to ${show(max)})`;
}

/** The rows of what was run; a row needs both of its runs. */
export function toRows(costs: Costs): Row[] {
  const types = costs.get(TYPESCRIPT)?.wallMillis;
  const rows = TARGETS.flatMap(({ measure, target, runs, judge, isBoundByTypes = false }) => {
    const [first, second] = runs.map((name) => costs.get(name)?.wallMillis);
    if (!first || !second) return [];
    const [result, isMet] = judge(first.median, second.median);
    const spread = `${toSeconds(runs[0], first)}, ${toSeconds(runs[1], second)}`;
    const limit =
      isBoundByTypes && types ? { limit: toSeconds(`${TYPESCRIPT}, files with hits:`, types) } : {};
    return [{ measure, target, result, isMet, spread, ...limit }];
  });
  const memory = costs.get('dry run')?.maxMemoryMegabytes;
  if (memory === undefined || Number.isNaN(memory.median)) return rows;
  return [
    ...rows,
    {
      measure: 'memory of the dry run of 7,000 files',
      target: `under ${MAX_MEGABYTES} MB`,
      result: `${memory.median.toFixed(0)} MB`,
      spread: `${memory.min.toFixed(0)} to ${memory.max.toFixed(0)}`,
      isMet: memory.median < MAX_MEGABYTES,
    },
  ];
}
