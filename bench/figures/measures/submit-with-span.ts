import {
  createBare,
  createTraced,
  inRequest,
  OWN_SDK_TASKS,
  registerSdk,
  runTasks,
  withPools,
} from '../pools.js';
import { times } from '../row.js';
import type { Measure } from '../row.js';
import { spread, takeTurns } from '../turns.js';

const TARGET = 1.15;
const SIZE = { tasks: 500, inFlight: 64 };

/** A span that is relayed, against one that is made by an SDK in the worker and goes nowhere. */
export const measure: Measure = async (budget) => {
  const exporter = registerSdk();
  const bare = createBare({ filename: OWN_SDK_TASKS, name: 'span' });
  const traced = createTraced({ name: 'span' });
  const turns = await withPools([bare, traced], () =>
    inRequest(() =>
      takeTurns(
        {
          bare: () => runTasks(() => bare.run(undefined), SIZE),
          traced: () => runTasks(() => traced.submit(undefined), SIZE),
        },
        budget,
      ),
    ),
  );
  if (exporter.exportedCount === 0) throw new Error('no span was relayed');
  const ratio = turns.ratio('traced', 'bare');
  return [
    {
      measure: 'the same with one span relayed, against the span made in the worker and thrown away',
      target: `at most ${times(TARGET)}`,
      result: times(ratio.median),
      spread: spread(ratio, turns.roundCount),
      isMet: ratio.median <= TARGET,
    },
  ];
};
