import { context, ROOT_CONTEXT } from '@opentelemetry/api';
import { bind } from 'traced-pool/context';
import { inRequest, registerSdk } from '../pools.js';
import { times } from '../row.js';
import type { Measure } from '../row.js';
import { spread, takeTurns } from '../turns.js';

type Job = (n: number) => unknown;

const TARGET = 1.1;
const JOBS = 20_000;

let sum = 0;
/** As they are handed to queues: arrow functions, methods, async ones. */
const FORMS: readonly (() => Job)[] = [
  () => () => sum++,
  () =>
    function resize(n) {
      sum += n;
    },
  () => async (n) => (sum += n),
];

/** Binds jobs in the active context, as requests do, and calls them in none, as who drains a queue may. */
async function bindAndCall(jobs: readonly Job[], binding: (job: Job) => Job): Promise<void> {
  const bound = jobs.map((job) => binding(job));
  let last: unknown;
  context.with(ROOT_CONTEXT, () => {
    for (const job of bound) last = job(1);
  });
  await last;
}

/** A job bound and called once. */
export const measure: Measure = async (budget) => {
  registerSdk();
  const jobs = Array.from({ length: budget.isShort ? 100 : JOBS }, (_, index) =>
    (FORMS[index % FORMS.length] as () => Job)(),
  );
  const turns = await inRequest(() =>
    takeTurns(
      {
        bare: () => bindAndCall(jobs, (job) => job),
        bind: () => bindAndCall(jobs, (job) => bind(job)),
        'context.bind': () => bindAndCall(jobs, (job) => context.bind(context.active(), job)),
      },
      budget,
    ),
  );
  const ratio = turns.ratio('bind', 'context.bind');
  const nanos = (name: string): string => `${((turns.of(name).median * 1e6) / jobs.length).toFixed(0)} ns`;
  return [
    {
      measure: 'in-process `bind`, against `context.bind`',
      target: `at most ${times(TARGET)}`,
      result: times(ratio.median),
      spread: `${spread(ratio, turns.roundCount)}; a job ${nanos('bind')}, unbound ${nanos('bare')}`,
      isMet: ratio.median <= TARGET,
    },
  ];
};
