import { createBare, createTraced, runTasks, withPools } from '../pools.js';
import { times } from '../row.js';
import type { Measure } from '../row.js';
import { spread, takeTurns } from '../turns.js';

const TARGET = 1.01;
const SIZE = { tasks: 500, inFlight: 64 };

/** `submit` in an application without an SDK. */
export const measure: Measure = async (budget) => {
  const [bare, traced] = [createBare(), createTraced()];
  const turns = await withPools([bare, traced], () =>
    takeTurns(
      {
        bare: () => runTasks(() => bare.run(undefined), SIZE),
        traced: () => runTasks(() => traced.submit(undefined), SIZE),
      },
      budget,
    ),
  );
  const ratio = turns.ratio('traced', 'bare');
  return [
    {
      measure: '`submit` of a no-op task without an SDK, against bare `run`',
      target: `at most ${times(TARGET)}`,
      result: times(ratio.median),
      spread: spread(ratio, turns.roundCount),
      isMet: ratio.median <= TARGET,
    },
  ];
};
