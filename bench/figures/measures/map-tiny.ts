import { createBare, createTraced, inRequest, registerSdk, withPools } from '../pools.js';
import { times } from '../row.js';
import type { Measure, Row } from '../row.js';
import { spread, takeTurns } from '../turns.js';

const TARGETS = { span: 4, noop: 20 };

/** `map` of tiny tasks, against as many calls of bare `run` without any tracing. */
export const measure: Measure = async (budget) => {
  const exporter = registerSdk();
  const items = Array.from({ length: budget.isShort ? 1000 : 100_000 }, (_, index) => index);
  const bare = createBare({ workers: 2 });
  const traced = createTraced({ workers: 2 });
  const turns = await withPools([bare, traced], () =>
    inRequest(() =>
      takeTurns(
        {
          bare: () => Promise.all(items.map((item) => bare.run(item))),
          noop: () => traced.map(items),
          span: () => traced.map(items, { name: 'span' }),
        },
        budget,
      ),
    ),
  );
  if (exporter.exportedCount % items.length !== 0) throw new Error('spans were lost');
  const toRow = (name: keyof typeof TARGETS, measured: string): Row => {
    const ratio = turns.ratio('bare', name);
    return {
      measure: measured,
      target: `at least ${TARGETS[name]} × the throughput`,
      result: times(ratio.median),
      spread: spread(ratio, turns.roundCount),
      isMet: ratio.median >= TARGETS[name],
    };
  };
  return [
    toRow(
      'span',
      '`map` of 100,000 tiny tasks, one relayed span each, against `Promise.all` of bare `run` without any tracing',
    ),
    toRow('noop', 'the same without spans'),
  ];
};
