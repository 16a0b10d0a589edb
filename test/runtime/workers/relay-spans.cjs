// Handlers for the relay's tests: plain user code, with OpenTelemetry's API and nothing of ours.
const { context, trace } = require('@opentelemetry/api');

const tracer = trace.getTracer('relay-spans', '2.0');

trace.getTracer('loading').startSpan('load').end();

/** Two spans, one of them by a tracer that a preload has made; tells their ids. */
exports.make = (task) => {
  const early = globalThis.earlyTracer?.startSpan(`early ${task}`);
  early?.end();
  const span = tracer.startSpan(`made ${task}`);
  span.end();
  return [early, span].flatMap((each) => each?.spanContext().spanId ?? []);
};

/** One span that ends, an outer and an inner one that do not, and the worker's death. */
exports.exit = (task) => {
  tracer.startSpan(`ended ${task}`).end();
  openTwo(task);
  process.exit(3);
};

function openTwo(task) {
  const links = [{ context: { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), traceFlags: 1 } }];
  const attributes = { 'page.title': 'Ünïcödé ✓\n"quoted"', size: 7, parts: ['x', 'y'], ratio: NaN };
  const outer = tracer.startSpan(`outer ${task}`, { kind: 1, attributes, links });
  const inner = tracer.startSpan(`inner ${task}`, {}, trace.setSpan(context.active(), outer));
  return { outer, inner };
}

/** Opens spans, and then has the worker die by the given means. */
exports.die = ({ how, ready }) => {
  tracer.startSpan('ended').end();
  openTwo('open');
  Atomics.store(ready, 0, 1);
  Atomics.notify(ready, 0);
  if (how === 'exit') process.exit(3);
  if (how === 'spin') for (;;);
  if (how === 'memory') for (const hoard = []; ;) hoard.push(new Array(1000).fill(hoard.length));
  return new Promise((_, reject) => {
    setImmediate(() => {
      if (how === 'throw') throw new Error('out of band');
      if (how === 'reject') void Promise.reject(new Error('unhandled'));
      if (how === 'rethrow') reject(new Error('of the handler'));
    });
  });
};

/** Spans that stay open: `count` of them, after as many that end. */
exports.leave = ({ count, attributes }) => {
  for (let index = 0; index < count; index++) tracer.startSpan(`ends ${index}`).end();
  const open = Array.from({ length: count }, (_, index) => tracer.startSpan(`open ${index}`, { attributes }));
  return open.length;
};

/** Spans that are all open at once, of which the first stays so. */
exports.crowd = (count) => {
  const open = Array.from({ length: count }, (_, index) => tracer.startSpan(`crowd ${index}`));
  for (const span of open.slice(1)) span.end();
};

/** An executor in a worker: its workers' spans, one of which stays open. */
exports.delegate = async (task) => {
  const { TracedThreadPoolExecutor } = require('traced-pool');
  const executor = new TracedThreadPoolExecutor({ filename: module.filename, maxThreads: 1 });
  await executor.submit(task, { name: 'make' });
  await executor.submit({ count: 1 }, { name: 'leave' });
  await executor.close();
  return executor.relayedSpans;
};
