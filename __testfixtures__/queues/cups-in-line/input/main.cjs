const { trace } = require('@opentelemetry/api');
const Queue = require('better-queue');

const tracer = trace.getTracer('café');
const tries = {};
const bar = new Queue({
  process(cup, done) {
    tries[cup.id] = (tries[cup.id] ?? 0) + 1;
    tracer.startSpan(`pour ${cup.id}, try ${tries[cup.id]}`).end();
    setTimeout(() => {
      tracer.startSpan(`serve ${cup.id}`).end();
      if (cup.id === 'decaf') done('never');
      else if (cup.id === 'mocha' && tries.mocha < 2) done('spilt');
      else done(null, `${cup.id} for ${cup.guest}`);
    }, 2);
  },
  maxRetries: 2,
});

const request = (id, guest) =>
  tracer.startActiveSpan(`guest ${guest}`, (span) =>
    new Promise((resolve) => {
      bar.push({ id, guest }).on('finish', resolve).on('failed', (error) => resolve(`failed: ${error}`));
    }).finally(() => span.end()),
  );

(async () => {
  console.log(await Promise.all([request('latte', 1), request('mocha', 2), request('decaf', 3), request('tea', 4)]));
  await new Promise((resolve) => bar.destroy(resolve));
})();
