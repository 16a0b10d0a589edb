import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { createTraced, inRequest, registerSdk, withPools } from '../pools.js';
import type { Measure } from '../row.js';
import { takeTurns } from '../turns.js';

const RATE_TARGET = 150_000;
const PACE = 50_000;
const MAX_BLOCKED_MILLIS = 5;
const NANOS = 1e6;

interface Delay {
  readonly max: number;
  readonly p99: number;
  readonly heapMegabytes: number;
}

/** How long the main thread could not be had while a task ran, beyond the millisecond that is asked for. */
async function watchMainThread(run: () => Promise<unknown>): Promise<Delay> {
  const histogram = monitorEventLoopDelay({ resolution: 1 });
  const before = process.memoryUsage().heapUsed;
  let peak = before;
  const sampling = setInterval(() => (peak = Math.max(peak, process.memoryUsage().heapUsed)), 50);
  histogram.enable();
  await run();
  histogram.disable();
  clearInterval(sampling);
  const beyond = (nanos: number): number => Math.max(0, nanos / NANOS - 1);
  return {
    max: beyond(histogram.max),
    p99: beyond(histogram.percentile(99)),
    heapMegabytes: (peak - before) / 2 ** 20,
  };
}

/** How many spans a second reach an exporter, and what 50,000 of them a second do to the main thread. */
export const measure: Measure = async (budget) => {
  const exporter = registerSdk();
  const traced = createTraced();
  const count = budget.isShort ? 1000 : 50_000;
  const millis = budget.isShort ? 100 : 3000;
  return withPools([traced], () =>
    inRequest(async () => {
      const half = { ...budget, seconds: budget.seconds / 2 };
      const turns = await takeTurns({ relay: () => traced.submit(count, { name: 'spans' }) }, half);
      if (exporter.exportedCount < count) throw new Error('spans were lost');
      const rate = (1000 * count) / turns.of('relay').median;
      const slowest = (1000 * count) / turns.of('relay').upper;

      const quiet: Delay[] = [];
      const paced: Delay[] = [];
      let made = 0;
      for (let round = 0; round < (budget.isShort ? 1 : 3); round += 1) {
        quiet.push(await watchMainThread(() => traced.submit(millis, { name: 'busy' })));
        paced.push(
          await watchMainThread(async () => {
            made += (await traced.submit({ perMilli: PACE / 1000, millis }, { name: 'paced' })) as number;
          }),
        );
        await wait(20);
      }
      const middle = (values: readonly number[]): number =>
        values.toSorted((a, b) => a - b)[values.length >> 1] as number;
      const blocked = middle(paced.map(({ max }) => max));
      return [
        {
          measure: 'relay: spans a second into a no-op exporter, one worker',
          target: `at least ${RATE_TARGET.toLocaleString('en')}`,
          result: Math.round(rate).toLocaleString('en'),
          spread: `a quarter of ${turns.roundCount} rounds below ${Math.round(slowest).toLocaleString('en')}`,
          isMet: rate >= RATE_TARGET,
        },
        {
          measure: 'longest time that the main thread is blocked at 50,000 spans a second',
          target: `at most ${MAX_BLOCKED_MILLIS} ms`,
          result: `${blocked.toFixed(1)} ms`,
          spread:
            `99 % below ${middle(paced.map(({ p99 }) => p99)).toFixed(1)} ms; ` +
            `${Math.round(made / ((paced.length * millis) / 1000)).toLocaleString('en')} spans a second, heap up to ` +
            `${Math.max(...paced.map(({ heapMegabytes }) => heapMegabytes)).toFixed(0)} MB more`,
          isMet: blocked <= MAX_BLOCKED_MILLIS,
          limit: `with a busy worker and no spans: ${middle(quiet.map(({ max }) => max)).toFixed(1)} ms`,
        },
      ];
    }),
  );
};
