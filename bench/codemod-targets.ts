import type { Summary } from './statistics.js';
import type { Cost } from './timed-process.js';

type Costs = Readonly<Record<keyof Cost, Summary>>;

interface Target {
  readonly measure: string;
  readonly target: string;
  /** The result, and whether it is within the target; `undefined` where a run that it needs was left out. */
  readonly judge: (
    costs: ReadonlyMap<string, Costs>,
  ) => readonly [result: string, isMet: boolean] | undefined;
}

const seconds = (millis: number): string => `${(millis / 1000).toFixed(2)} s`;

/** Compares the medians of two runs by their wall-clock time; what the machine does besides slows down both. */
function compare(
  first: string,
  second: string,
  judge: (a: number, b: number) => readonly [string, boolean],
): Target['judge'] {
  return (costs) => {
    const [a, b] = [costs.get(first), costs.get(second)];
    return a && b && judge(a.wallMillis.median, b.wallMillis.median);
  };
}

const ratio = (first: string, second: string, isMet: (value: number) => boolean): Target['judge'] =>
  compare(first, second, (a, b) => [`${(a / b).toFixed(1)} ×`, isMet(a / b)]);

const difference = (first: string, second: string, maxMillis: number): Target['judge'] =>
  compare(first, second, (a, b) => [`${(a - b).toFixed(0)} ms`, a - b <= maxMillis]);

const memory =
  (maxMegabytes: number): Target['judge'] =>
  (costs) => {
    const used = costs.get('dry run')?.maxMemoryMegabytes.median;
    return used === undefined ? undefined : [`${used.toFixed(0)} MB`, used < maxMegabytes];
  };

/** What the codemod is to reach; the names are those of the runs. */
export const TARGETS: readonly Target[] = [
  {
    measure: 'dry run of 7,000 files, 50 with pools',
    target: 'less than 3 s',
    judge: compare('dry run', 'dry run', (a) => [seconds(a), a < 3000]),
  },
  { measure: 'its memory', target: 'less than 300 MB', judge: memory(300) },
  { measure: 'its memory, later', target: 'less than 250 MB', judge: memory(250) },
  { measure: 'against rg -l', target: 'within 10 ×', judge: ratio('dry run', 'rg -l', (r) => r <= 10) },
  {
    measure: 'jscodeshift, same transform, against it',
    target: 'at least 10 ×',
    judge: ratio('jscodeshift', 'dry run', (value) => value >= 10),
  },
  {
    measure: 'no file with a pool, beyond node -e 0',
    target: 'at most 500 ms',
    judge: difference('dry run, no pool', 'node -e 0', 500),
  },
  {
    measure: 'no file with a pool, against rg -l',
    target: 'within 10 ×',
    judge: ratio('dry run, no pool', 'rg -l', (value) => value <= 10),
  },
  {
    measure: 'ten times the files',
    target: 'at most 10.5 ×',
    judge: ratio('dry run, ten times the files', 'dry run', (value) => value <= 10.5),
  },
  {
    measure: '--help, beyond node -e 0',
    target: 'at most 100 ms',
    judge: difference('--help', 'node -e 0', 100),
  },
  {
    measure: '--list, beyond node -e 0',
    target: 'at most 100 ms',
    judge: difference('--list', 'node -e 0', 100),
  },
];
