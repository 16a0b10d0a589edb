import { createBare, createTraced, inRequest, registerSdk, runTasks, withPools } from '../pools.js';
import { times } from '../row.js';
import type { Measure } from '../row.js';
import { spread, takeTurns } from '../turns.js';

const TARGET = 1.05;
const SIZE = { tasks: 500, inFlight: 64 };
// What any way to send a context beside a task must send at least: two values instead of one.
const PAIR = [undefined, '0af7651916cd43dd8448eb211c80319cb7ad6b716920333101'];

/** `submit` within a request, of a task that makes no span; and what the channel alone takes for a context. */
export const measure: Measure = async (budget) => {
  registerSdk();
  const [bare, traced] = [createBare(), createTraced()];
  const turns = await withPools([bare, traced], () =>
    inRequest(() =>
      takeTurns(
        {
          bare: () => runTasks(() => bare.run(undefined), SIZE),
          traced: () => runTasks(() => traced.submit(undefined), SIZE),
          pair: () => runTasks(() => bare.run(PAIR), SIZE),
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
      limit: `bare \`run\` of \`[task, context]\`: ${times(turns.ratio('pair', 'bare').median)}`,
    },
  ];
};
