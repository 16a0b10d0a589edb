// What the workers of all engines can do; each engine has them under the same names.
const { context, propagation, trace } = require('@opentelemetry/api');

const tracer = trace.getTracer('kitchen');
const heard = [];

function makeSpans(count) {
  for (let number = 0; number < count; number++) tracer.startSpan(`slice ${number}`).end();
}

const ends = {
  exit: () => process.exit(3),
  kill: () => process.kill(process.pid, 'SIGKILL'),
  throw: () =>
    setImmediate(() =>
      tracer.startActiveSpan('boil over', () => {
        throw new Error('scalded');
      }),
    ),
};

module.exports = {
  square: async (number) =>
    tracer.startActiveSpan(`square ${number}`, async (span) => {
      await new Promise((resolve) => setImmediate(resolve));
      span.end();
      return number * number;
    }),
  /** Fails for odd numbers. */
  halve: (number) => {
    if (number % 2) throw new RangeError(`${number} is odd`);
    return number / 2;
  },
  burst: (count) => {
    makeSpans(count);
    return count;
  },
  /** What is known of the context of a task. */
  tell: () => {
    const baggage = propagation.getBaggage(context.active());
    return [trace.getActiveSpan()?.spanContext().spanId ?? null, baggage?.getEntry('table')?.value ?? null];
  },
  /** Leaves, after some spans, with one of them open. */
  crash: async ([how, count]) => {
    makeSpans(count);
    tracer.startSpan('simmer');
    ends[how]();
    await new Promise((resolve) => setTimeout(resolve, 60_000).unref());
  },
  listen: () => {
    process.on('message', (message) => {
      if (message?.dish === undefined) return;
      heard.push(message);
      process.send({ dish: `${message.dish}, served`, when: message.when });
    });
    return true;
  },
  heard: () => heard,
  echo: (value) => {
    tracer.startSpan('echo').end();
    return value;
  },
};
