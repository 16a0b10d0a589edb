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
import type { Measure } from '../row.js';
import { spread, takeTurns } from '../turns.js';

const TARGET = 1.05;
const SIZE = { tasks: 500, inFlight: 64 };

/** `submit` within a request, of a task that makes no span; and what a context sent and entered by hand takes. */
export const measure: Measure = async (budget) => {
  registerSdk();
  const [bare, traced, byHand] = [createBare(), createTraced(), createBare({ name: 'byHand' })];
  const turns = await withPools([bare, traced, byHand], () =>
    inRequest(() =>
      takeTurns(
        {
          bare: () => runTasks(() => bare.run(undefined), SIZE),
          traced: () => runTasks(() => traced.submit(undefined), SIZE),
          byHand: () => runTasks(() => byHand.run([undefined, CONTEXT_TEXT]), SIZE),
        },
        budget,
      ),
    ),
  );
  const ratio = turns.ratio('traced', 'bare');
  return [
    {
      measure: '`submit` of a no-op task within a span, against bare `run`',
      target: `at most ${times(TARGET)}`,
      result: times(ratio.median),
      spread: spread(ratio, turns.roundCount),
      isMet: ratio.median <= TARGET,
      limit: `a context sent and entered by hand: ${times(turns.ratio('byHand', 'bare').median)}`,
    },
  ];
};
