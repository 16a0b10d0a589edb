// What finds no process idle goes back through the function by which it came, as soon as one is.
const path = require('node:path');
const { fork } = require('node:child_process');
const { trace } = require('@opentelemetry/api');

const tracer = trace.getTracer('foundry');

function createFoundry(size) {
  const furnaces = Array.from({ length: size }, () => fork(path.join(__dirname, 'furnace.cjs')));
  const idle = [...furnaces];
  const waiting = [];

  function cast(metal, done) {
    const furnace = idle.pop();
    if (furnace === undefined) {
      waiting.push({ metal, done });
      return;
    }
    furnace.once('message', (bell) => {
      tracer.startSpan('cooled', { attributes: { bell } }).end();
      done(bell);
      idle.push(furnace);
      if (waiting.length > 0) {
        const { metal: nextMetal, done: nextDone } = waiting.shift();
        cast(nextMetal, nextDone);
      }
    });
    furnace.send(metal);
  }

  return { cast, close: () => furnaces.forEach((furnace) => furnace.disconnect()) };
}

const foundry = createFoundry(1);
const order = (metal) =>
  tracer.startActiveSpan(`order of ${metal}`, async (span) => {
    const bell = await new Promise((resolve) => foundry.cast({ metal }, resolve));
    span.end();
    return bell;
  });

Promise.all(['bronze', 'brass', 'iron'].map(order)).then((bells) => {
  console.log(bells);
  foundry.close();
});
