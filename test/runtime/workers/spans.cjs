// Handlers for the executor's tests: plain user code, with OpenTelemetry's API and nothing of ours.
const { context, propagation, SpanKind, SpanStatusCode, trace } = require('@opentelemetry/api');

const tracer = trace.getTracer('spans', '1.2.3');

/** One span, named as asked. */
exports.one = (name) => {
  tracer.startSpan(name).end();
  return name;
};

/** A span with everything that a span can have. */
exports.rich = () => {
  const linked = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), traceFlags: 1 };
  const span = tracer.startSpan('rich', {
    kind: SpanKind.CLIENT,
    startTime: [1_700_000_000, 5],
    attributes: { text: 'x', count: 2, flag: true, list: ['a', 'b'], bad: { nested: true }, '': 'no key' },
    links: [{ context: linked, attributes: { why: 'link' } }],
  });
  span.setAttribute('late', 1.5).addEvent('first', { step: 1 }, [1_700_000_000, 10]).addEvent('second');
  span.recordException(Object.assign(new RangeError('too far'), { code: 'E_FAR' }));
  span.setStatus({ code: SpanStatusCode.ERROR, message: 'it failed' }).updateName('richer');
  span.end([1_700_000_001, 7]);
  span.setAttribute('too late', true);
};

/** What the handler sees of its context. */
exports.look = () => ({
  spanContext: trace.getActiveSpan()?.spanContext(),
  traceState: trace.getActiveSpan()?.spanContext().traceState?.serialize(),
  baggage: propagation
    .getBaggage(context.active())
    ?.getAllEntries()
    .map(([key, { value }]) => [key, value]),
  isRecording: tracer.startSpan('probe').isRecording(),
});

/** Spans, and then the worker's death by the given means. */
exports.die = async ({ how, count, ready }) => {
  for (let index = 0; index < count; index++) tracer.startSpan(`last ${index}`).end();
  Atomics.store(ready, 0, 1);
  Atomics.notify(ready, 0);
  if (how === 'exit') process.exit(3);
  if (how === 'throw')
    setImmediate(() => {
      throw new Error('out of band');
    });
  if (how === 'spin') for (;;);
  await new Promise((resolve) => setTimeout(resolve, 10_000));
};

/** A span that ends after the task's result. */
exports.straggle = () => {
  const span = tracer.startSpan('straggler');
  setTimeout(() => span.end(), 50);
  return 'done';
};

/** A root, though there is an active span. */
exports.root = () => tracer.startSpan('detached', { root: true }).end();
