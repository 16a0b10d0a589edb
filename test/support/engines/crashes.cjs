// What becomes of a task, its spans and the pool when the worker dies in the middle of it.
const { inSpan, outcome, withPool } = require('./scenarios.cjs');

/** How a task ends; one that the library forgets has no outcome when its worker is long gone. */
async function ending(engine, pool, task) {
  const ended = outcome(task);
  if (!engine.forgetsTasks) return ended;
  const [worker] = engine.workers(pool);
  await new Promise((resolve) => worker.once('exit', resolve));
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
  return Promise.race([ended, 'forgotten']);
}

/** A worker that dies after it has ended some spans, with one open. */
const crashing =
  (how, spanCount) =>
  async (engine, { Bare, Traced }) => {
    const facts = {};
    for (const [key, Pool] of Object.entries({ bare: Bare, traced: Traced })) {
      const ended = await withPool(engine, Pool, { size: 1, ...engine.withoutRetries }, async (pool) => {
        await engine.dispatch(pool, 'square', 1);
        await inSpan(`${how} ${key}`, async () => {
          const task = () => engine.dispatch(pool, 'crash', [how, spanCount]);
          facts[key] = [await ending(engine, pool, task)];
          await engine.recover?.(pool);
          if (!engine.losesWorkers) facts[key].push(await outcome(() => engine.dispatch(pool, 'square', 3)));
        });
        return pool;
      });
      if (key === 'traced') facts.relayedSpans = engine.relayedSpans(ended);
    }
    return facts;
  };

module.exports = { exit: crashing('exit', 2000), kill: crashing('kill', 5), throw: crashing('throw', 5) };
