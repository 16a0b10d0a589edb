// What waits is sent when the process has answered, in the listener of another request's reply.
const { inject, tracedFork } = require('traced-pool/context');
const { trace } = require('@opentelemetry/api');

const tracer = trace.getTracer('ferry');
const ferry = tracedFork(require.resolve('./cross.cjs'));
const queue = [];
let isBusy = false;

function cross(load) {
  return new Promise((resolve) => {
    queue.push({ load: inject(load), resolve });
    next();
  });
}

function next() {
  if (isBusy || queue.length === 0) return;
  isBusy = true;
  const { load, resolve } = queue.shift();
  ferry.once('message', (landed) => {
    isBusy = false;
    resolve(landed);
    next();
  });
  ferry.send(load);
}

const trips = ['sheep', 'hay'].map((load) =>
  tracer.startActiveSpan(`trip ${load}`, async (span) => {
    const landed = await cross(load);
    span.end();
    return landed;
  }),
);
Promise.all(trips).then((landed) => {
  console.log(landed);
  ferry.kill();
});
