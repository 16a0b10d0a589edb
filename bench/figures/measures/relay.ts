import { setTimeout as wait } from 'node:timers/promises';
import { trace } from '@opentelemetry/api';
import type { TracedThreadPoolExecutor } from 'traced-pool';
import { middleOf, watchThread } from '../event-loop.js';
import type { Delay } from '../event-loop.js';
import { createTraced, inRequest, registerSdk, withPools } from '../pools.js';
import type { NoopExporter } from '../pools.js';
import type { Budget, Measure, Row } from '../row.js';
import { takeTurns } from '../turns.js';

const RATE_TARGET = 150_000;
const PACE = 50_000;
const MAX_BLOCKED_MILLIS = 5;
const ROUNDS = 3;

const show = (count: number): string => Math.round(count).toLocaleString('en');

/** Makes as many spans a second as the worker does, in this thread. */
async function makeOwnSpans(millis: number): Promise<void> {
  const tracer = trace.getTracer('bench');
  const begin = performance.now();
  let made = 0;
  for (let elapsed = 0; elapsed < millis; elapsed = performance.now() - begin) {
    for (const due = Math.floor((elapsed * PACE) / 1000); made < due; made += 1)
      tracer.startSpan('resize').end();
    await wait(1);
  }
}

async function measureRate(
  traced: TracedThreadPoolExecutor,
  exporter: NoopExporter,
  { seconds, isShort }: Budget,
): Promise<Row> {
  const count = isShort ? 1000 : 50_000;
  const budget = { seconds: seconds / 2, isShort };
  const turns = await takeTurns({ relay: () => traced.submit(count, { name: 'spans' }) }, budget);
  if (exporter.exportedCount < count) throw new Error('spans were lost');
  const rate = (1000 * count) / turns.of('relay').median;
  return {
    measure: 'relay: spans a second into a no-op exporter, one worker',
    target: `at least ${show(RATE_TARGET)}`,
    result: show(rate),
    spread: `a quarter of ${turns.roundCount} rounds below ${show((1000 * count) / turns.of('relay').upper)}`,
    isMet: rate >= RATE_TARGET,
  };
}

async function measureBlocking(traced: TracedThreadPoolExecutor, { isShort }: Budget): Promise<Row> {
  const millis = isShort ? 100 : 2000;
  const task = { perMilli: PACE / 1000, millis };
  const [relayed, own, quiet]: [Delay[], Delay[], Delay[]] = [[], [], []];
  let made = 0;
  for (let round = isShort ? 0 : -1; round < (isShort ? 1 : ROUNDS); round += 1) {
    const delays = [
      await watchThread(async () => (made += (await traced.submit(task, { name: 'paced' })) as number)),
      await watchThread(() => makeOwnSpans(millis)),
      await watchThread(() => traced.submit(millis, { name: 'busy' })),
    ] as const;
    if (round < 0) made = 0;
    else [relayed, own, quiet].forEach((list, index) => list.push(delays[index] as Delay));
  }
  const { maxMillis, p99Millis, heapMegabytes } = middleOf(relayed);
  return {
    measure: 'longest time that the main thread is blocked at 50,000 spans a second',
    target: `at most ${MAX_BLOCKED_MILLIS} ms`,
    result: `${maxMillis.toFixed(1)} ms`,
    spread:
      `99 % below ${p99Millis.toFixed(1)} ms; ${show(made / ((relayed.length * millis) / 1000))} spans a second, ` +
      `heap up to ${heapMegabytes.toFixed(0)} MB more; ${relayed.length} rounds`,
    isMet: maxMillis <= MAX_BLOCKED_MILLIS,
    limit:
      `spans made in the main thread itself: ${middleOf(own).maxMillis.toFixed(1)} ms; ` +
      `none at all: ${middleOf(quiet).maxMillis.toFixed(1)} ms`,
  };
}

/** How many spans a second reach an exporter, and what 50,000 of them a second do to the main thread. */
export const measure: Measure = (budget) => {
  const exporter = registerSdk();
  const traced = createTraced();
  return withPools([traced], () =>
    inRequest(async () => [
      await measureRate(traced, exporter, budget),
      await measureBlocking(traced, budget),
    ]),
  );
};
