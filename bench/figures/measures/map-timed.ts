import { createBare, createTraced, inRequest, registerSdk, withPools } from '../pools.js';
import { times } from '../row.js';
import type { Measure } from '../row.js';
import { takeTurns } from '../turns.js';

const TARGET = 1.02;

const repeat = (millis: number, count: number): number[] => Array<number>(count).fill(millis);

/** The milliseconds that each task takes. */
const MIXES: Readonly<Record<string, readonly number[]>> = {
  '1 ms': repeat(1, 200),
  '10 ms': repeat(10, 24),
  '100 ms': repeat(100, 6),
  'short, one long': [...repeat(1, 60), 100, ...repeat(1, 60)],
  rising: Array.from({ length: 30 }, (_, index) => index / 2),
  'long first': [60, 30, 15, ...repeat(2, 30), ...repeat(0.1, 200)],
};

/** `map` of tasks that take a while, against as many calls of bare `run`: what it costs to group what should not be. */
export const measure: Measure = async ({ seconds, isShort }) => {
  registerSdk();
  const [bare, traced] = ['busy', 'busy'].map((name, index) =>
    index === 0 ? createBare({ workers: 2, name }) : createTraced({ workers: 2, name }),
  ) as [ReturnType<typeof createBare>, ReturnType<typeof createTraced>];
  const mixes = Object.entries(MIXES);
  const budget = { seconds: seconds / mixes.length, isShort };
  const cells = await withPools([bare, traced], () =>
    inRequest(async () => {
      const all: { name: string; ratio: number; rounds: number }[] = [];
      for (const [name, items] of mixes) {
        const contestants = {
          bare: () => Promise.all(items.map((item) => bare.run(item))),
          traced: () => traced.map(items),
        };
        const turns = await takeTurns(contestants, budget);
        all.push({ name, ratio: turns.ratio('traced', 'bare').median, rounds: turns.roundCount });
      }
      return all;
    }),
  );
  const worst = Math.max(...cells.map(({ ratio }) => ratio));
  return [
    {
      measure: '`map` of tasks of 1, 10 and 100 ms and of uneven mixes, against the same',
      target: `never above ${times(TARGET)}`,
      result: `${times(worst)} (${cells.find(({ ratio }) => ratio === worst)?.name})`,
      spread: cells.map(({ name, ratio }) => `${name}: ${ratio.toFixed(3)}`).join('; '),
      isMet: worst <= TARGET,
    },
  ];
};
