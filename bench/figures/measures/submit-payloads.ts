import type { Piscina } from 'piscina';
import {
  CONTEXT_TEXT,
  createBare,
  createTraced,
  inRequest,
  registerSdk,
  runTasks,
  withPools,
} from '../pools.js';
import { times } from '../row.js';
import type { Budget, Measure } from '../row.js';
import { takeTurns } from '../turns.js';

const TARGET = 1.1;
const SIZES = { '1 kB': 1024, '1 MB': 1024 * 1024 };
const IN_FLIGHT = [1, 8, 64];
const WORKERS = [1, 2];
// So that a round of small tasks is not over before it can be timed.
const TASKS = { '1 kB': 250, '1 MB': 40 };

type Size = keyof typeof SIZES;
/** Runs a task of so many bytes; `pack` gives what is sent in its place. */
type Run = (pool: Piscina, bytes: number, pack: (task: unknown) => unknown) => Promise<unknown>;

const WAYS: Readonly<Record<string, Run>> = {
  cloned: (pool, bytes, pack) => pool.run(pack(new Uint8Array(bytes))),
  transferred: (pool, bytes, pack) => {
    const buffer = new ArrayBuffer(bytes);
    return pool.run(pack(buffer), { transferList: [buffer] });
  },
};

const asIs = (task: unknown): unknown => task;
const withContext = (task: unknown): unknown => [task, CONTEXT_TEXT];

interface Cell {
  readonly name: string;
  readonly ratio: number;
  /** The same of a context sent and entered by hand. */
  readonly byHand: number;
  readonly rounds: number;
}

async function measureWorkers(workers: number, budget: Budget): Promise<Cell[]> {
  const [bare, traced] = [createBare({ workers }), createTraced({ workers })];
  const byHand = createBare({ workers, name: 'byHand' });
  const cells: Cell[] = [];
  await withPools([bare, traced, byHand], async () => {
    for (const size of Object.keys(SIZES) as Size[])
      for (const [way, run] of Object.entries(WAYS))
        for (const inFlight of IN_FLIGHT) {
          const counts = { tasks: Math.max(TASKS[size], inFlight), inFlight };
          const contestants = {
            bare: () => runTasks(() => run(bare, SIZES[size], asIs), counts),
            traced: () => runTasks(() => run(traced, SIZES[size], asIs), counts),
            byHand: () => runTasks(() => run(byHand, SIZES[size], withContext), counts),
          };
          const turns = await takeTurns(contestants, budget);
          const name = `${size} ${way}, ${inFlight} in flight, ${workers} ${workers > 1 ? 'workers' : 'worker'}`;
          const [ratio, floor] = ['traced', 'byHand'].map((own) => turns.ratio(own, 'bare').median);
          cells.push({ name, ratio: ratio as number, byHand: floor as number, rounds: turns.roundCount });
        }
  });
  return cells;
}

/** Tasks with something in them, within a request, by size, way, number in flight and number of workers. */
export const measure: Measure = async ({ seconds, isShort }) => {
  registerSdk();
  const cellCount = Object.keys(SIZES).length * Object.keys(WAYS).length * IN_FLIGHT.length * WORKERS.length;
  const budget = { seconds: seconds / cellCount, isShort };
  const cells = await inRequest(async () => {
    const all: Cell[] = [];
    for (const workers of WORKERS) all.push(...(await measureWorkers(workers, budget)));
    return all.toSorted((a, b) => a.ratio - b.ratio);
  });
  const worst = cells.at(-1) as Cell;
  const median = cells[cells.length >> 1] as Cell;
  const above = cells.filter(({ ratio }) => ratio > TARGET).length;
  return [
    {
      measure: `tasks of 1 kB and 1 MB, cloned and transferred, 1 to 64 in flight, 1 and 2 workers`,
      target: `no cell above ${times(TARGET)}`,
      result: `${times(worst.ratio)} (${worst.name})`,
      spread: `middle of ${cells.length} cells ${times(median.ratio)}; ${above} above; ${worst.rounds} rounds`,
      isMet: worst.ratio <= TARGET,
      limit: `a context sent and entered by hand, worst cell: ${times(Math.max(...cells.map(({ byHand }) => byHand)))}`,
    },
  ];
};
