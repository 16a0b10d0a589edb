const { trace } = require('@opentelemetry/api');
const { Observable } = require('threads/observable');
const { expose } = require('threads/worker');

const tracer = trace.getTracer('mason');

expose({
  lay: (stone) =>
    tracer.startActiveSpan(`lay ${stone}`, async (span) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      span.end();
      if (stone === 'sand') throw new RangeError('sand is no stone');
      return stone.length;
    }),
  chisel: (count) =>
    new Observable((observer) => {
      void (async () => {
        for (let chip = 1; chip <= count; chip++) {
          await new Promise((resolve) => setTimeout(resolve, 5));
          tracer.startSpan(`chip ${chip}`).end();
          observer.next(chip);
        }
        observer.complete();
      })();
    }),
  weigh: (block) => tracer.startActiveSpan('weigh', (span) => {
    span.end();
    return block.byteLength;
  }),
});
