// What pools leave behind, and what else goes through the channels of their workers.
const { inspect } = require('node:util');
const { inSpan, withPool } = require('./scenarios.cjs');

// Node.js warns of an emitter that has more than ten listeners of a kind.
const POOL_COUNT = 12;

/** Pools that are there at once, and are ended. */
async function churn(engine, { Traced }) {
  const warnings = [];
  process.on('warning', ({ name, message }) => warnings.push(`${name}: ${message}`));
  const lives = Array.from({ length: POOL_COUNT }, () =>
    withPool(engine, Traced, { size: 1 }, async (pool) => {
      await engine.dispatch(pool, 'square', 1);
      return pool;
    }),
  );
  const counts = (await Promise.all(lives)).map((pool) => engine.relayedSpans(pool).handedOver);
  const listeners = ['exit', 'worker', 'message', 'disconnect'].map((event) => process.listenerCount(event));
  return { counts, warnings, listeners };
}

/** The application's; workerpool answers what it does not know with an error. */
function answerOf(child) {
  return new Promise((resolve) => {
    child.on('message', function listener(message) {
      if (message.dish === undefined) return;
      child.off('message', listener);
      resolve(message);
    });
  });
}

/** Tasks and messages of the application's own, in either serialization. */
async function serializations(engine, { Bare, Traced }) {
  const facts = {};
  for (const [key, Pool] of Object.entries({ bare: Bare, traced: Traced })) {
    facts[key] = {};
    for (const serialization of ['json', 'advanced']) {
      await withPool(engine, Pool, { size: 1, ...engine[serialization] }, (pool) =>
        inSpan(serialization, async () => {
          const found = [
            inspect(
              await engine.dispatch(pool, 'echo', {
                guests: new Map([['Ada', 2n]].slice(serialization === 'json' ? 1 : 0)),
              }),
            ),
          ];
          facts[key][serialization] = found;
          if (!engine.hasOwnMessages) return;
          const [child] = engine.workers(pool);
          await engine.dispatch(pool, 'listen', 0);
          const answers = [];
          for (const dish of ['soup', 'fish']) {
            const answered = answerOf(child);
            child.send({ dish, when: new Date(0) });
            answers.push(await answered);
          }
          found.push(inspect(answers), inspect(await engine.dispatch(pool, 'heard', 0)));
        }),
      );
    }
  }
  return facts;
}

module.exports = { churn, serializations };
