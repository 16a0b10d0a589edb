// Handlers whose spans end while their task goes on, or after it.
const { trace } = require('@opentelemetry/api');

const tracer = trace.getTracer('waiting-spans');
const MAX_WAIT_MILLIS = 20_000;

/** Ends spans, then stands still until it is told to go on; gives whether it was. */
exports.standStill = ({ cell, names }) => {
  for (const name of names) tracer.startSpan(name).end();
  return Atomics.wait(cell, 0, 0, MAX_WAIT_MILLIS) !== 'timed-out';
};

/** Ends a span when its task is long over. */
exports.lateSpan = (millis) => {
  setTimeout(() => tracer.startSpan('late').end(), millis);
};

/** Ends a span with what text cannot say, among others. */
exports.oddSpans = (count) => {
  for (let index = 0; index < count; index += 1)
    tracer.startSpan(`odd ${index}`, { attributes: { index, ratio: index % 3 === 0 ? NaN : -0.5 } }).end();
};
