import { balanceRun } from '../support/relay-table/balance.js';
import type { Balance } from '../support/relay-table/balance.js';
import { RELAY_CASES } from '../support/relay-table/cases.js';
import type { RelayCase } from '../support/relay-table/relay-case.js';
import { runCase } from '../support/relay-table/run-case.js';
import type { CaseRun } from '../support/relay-table/run-case.js';
import { formatTable } from '../support/relay-table/table.js';
import { removeScratchFolders } from '../support/scratch.js';

const PROCESSES_AT_A_TIME = 2;
const MAX_PEAK_MEGABYTES = 400;
const NONE = { count: 0, examples: [] };

interface Outcome {
  readonly run: CaseRun;
  readonly balances: readonly [Balance, ...Balance[]];
}

const outcomes = new Map<RelayCase, Promise<Outcome>>();
const rows: (string | number)[][] = [];

async function findOutcome(one: RelayCase): Promise<Outcome> {
  const { processors = ['batch'], isMemoryNoted } = one;
  const exporters = [...processors.keys()].filter((index) => processors[index] !== 'throwing');
  const run = await runCase(one);
  const balances = balanceRun(run, exporters) as [Balance, ...Balance[]];
  const [{ inCount, outCount, lost, wrongParent }] = balances;
  const note = isMemoryNoted ? `peak RSS ${run.counts.peakMegabytes} MB` : '';
  rows[RELAY_CASES.indexOf(one)] = [
    one.title,
    `${one.line}.x`,
    inCount,
    outCount,
    lost.count,
    wrongParent.count,
    note,
  ];
  return { run, balances };
}

/** Starts the cases one after the other, in two rows at once; the tests await them. */
beforeAll(() => {
  const lanes = Array.from({ length: PROCESSES_AT_A_TIME }, () => Promise.resolve<unknown>(undefined));
  RELAY_CASES.forEach((one, index) => {
    const lane = index % PROCESSES_AT_A_TIME;
    const outcome = (lanes[lane] as Promise<unknown>).then(() => findOutcome(one));
    lanes[lane] = outcome.catch(() => {});
    outcomes.set(one, outcome);
  });
});

/** Waits for all cases, also where only some of the tests are run, lest a process is left behind. */
afterAll(async () => {
  await Promise.allSettled(outcomes.values());
  removeScratchFolders();
  const heading = ['case', 'SDK line', 'in', 'out', 'lost', 'wrong parent', 'note'];
  process.stdout.write(`\n${formatTable([heading, ...rows.filter(Boolean)])}\n`);
}, 180_000);

test.each(RELAY_CASES.map((one) => [`${one.title} (${one.line}.x)`, one] as const))(
  'every span of a worker comes out once, under its parent: %s',
  async (_, one) => {
    const { run, balances } = await (outcomes.get(one) as Promise<Outcome>);
    const isTraced = one.sdk !== 'none';
    // Not toHaveLength(), which prints what it has when it fails.
    expect(run.noted.length).toBe(one.startedCount);
    expect(run.noted.every(({ isRecording }) => isRecording === isTraced)).toBe(true);
    const expectedCount = isTraced ? one.startedCount : 0;
    for (const { inCount, outCount, ...offences } of balances) {
      expect(offences).toEqual({
        lost: NONE,
        surplus: NONE,
        wrongParent: NONE,
        wrongEnd: NONE,
        wrongThread: NONE,
      });
      expect({ inCount, outCount }).toEqual({ inCount: expectedCount, outCount: expectedCount });
    }
    // What the application's own thread makes is not pushed out by what comes from the workers.
    const requests = run.requests.filter(({ isRecording }) => isRecording).map(({ request }) => request);
    const exportedRequests = run.exported.filter(({ out }) => out === 'request').map(({ spanId }) => spanId);
    expect(exportedRequests.toSorted()).toEqual(balances.flatMap(() => requests).toSorted());
    const { handedOver, dropped, peakMegabytes } = run.counts;
    const isThrown = one.processors?.includes('throwing');
    expect(isThrown ? dropped : handedOver).toBe(expectedCount);
    expect(isThrown ? handedOver : dropped).toBe(0);
    expect(peakMegabytes).toBeLessThan(MAX_PEAK_MEGABYTES);
  },
);
