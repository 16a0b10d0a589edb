// Handlers for the tests of map: plain user code, with OpenTelemetry's API and nothing of ours.
const { performance } = require('node:perf_hooks');
const { threadId } = require('node:worker_threads');
const { context, propagation, trace } = require('@opentelemetry/api');
const { Piscina } = require('piscina');

const tracer = trace.getTracer('map');

/** A span, and twice the number. */
exports.double = (number) => {
  tracer.startSpan(`double ${number}`).end();
  return number * 2;
};

exports.doubleLater = async (number) => {
  await null;
  return number * 2;
};

/** Notes in `ran` how often each task has run, and has the one at `culprit` end as asked. */
exports.note = ({ index, ran, culprit, how }) => {
  Atomics.add(ran, index, 1);
  if (index !== culprit) return index;
  if (how === 'throw') throw new RangeError(`task ${index}`);
  if (how === 'reject') return Promise.reject(new RangeError(`task ${index}`));
  if (how === 'exit') process.exit(5);
  if (how === 'unclonable') return () => {};
  if (how === 'memory') for (const hoard = []; ;) hoard.push(new Array(1000).fill(hoard.length));
  return index;
};

/** Keeps the worker busy. */
exports.spin = ({ millis, ran, index }) => {
  if (ran) Atomics.add(ran, index, 1);
  for (const end = performance.now() + millis; performance.now() < end;);
  return threadId;
};

/** The first task waits until all others have run. */
exports.meet = ({ index, count, met }) => {
  if (index > 0) return Atomics.add(met, 0, 1) + 1 === count - 1 && Atomics.notify(met, 0);
  for (let seen = Atomics.load(met, 0); seen < count - 1; seen = Atomics.load(met, 0))
    if (Atomics.wait(met, 0, seen, 20_000) === 'timed-out') throw new Error(`only ${seen} others have run`);
  return undefined;
};

/** The most tasks that ran at once, in the second cell. */
exports.crowd = async (cells) => {
  const running = Atomics.add(cells, 0, 1) + 1;
  for (let most = Atomics.load(cells, 1); most < running; most = Atomics.load(cells, 1))
    Atomics.compareExchange(cells, 1, most, running);
  await new Promise((resolve) => setTimeout(resolve, 2));
  Atomics.sub(cells, 0, 1);
};

/** Waits for the gate to open. */
exports.wait = ({ gate, ran, index }) => {
  Atomics.add(ran, index, 1);
  Atomics.wait(gate, 0, 0, 20_000);
  return index;
};

/** A buffer that moves back, one byte larger. */
exports.grow = (buffer) => Piscina.move(new Uint8Array(buffer.byteLength + 1).buffer);

/** A buffer that moves, but for the task 2, which gives what cannot. */
exports.moveBadly = (index) => {
  const { transferableSymbol, valueSymbol } = Piscina;
  if (index !== 2) return Piscina.move(new ArrayBuffer(index));
  return Piscina.move({ [transferableSymbol]: { plain: 'object' }, [valueSymbol]: index });
};

exports.look = () => [
  trace.getActiveSpan()?.spanContext().spanId,
  propagation.getActiveBaggage()?.getEntry('shelf')?.value,
  context.active().getValue(Symbol.for('tenant')),
];
