// What waits is sent when the process has answered, in the listener of another request's reply.
const cp = require('child_process');
const { trace } = require('@opentelemetry/api');

const tracer = trace.getTracer('ferry');
const ferry = cp.fork(require.resolve('./cross.cjs'));
const queue = [];
let isBusy = false;

function cross(load) {
  return new Promise((resolve) => {
    queue.push({ load, resolve });
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
