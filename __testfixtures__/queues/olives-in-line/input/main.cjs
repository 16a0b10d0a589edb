const { trace } = require('@opentelemetry/api');
const async = require('async');

const tracer = trace.getTracer('mill');
const order = [];
const mill = async.queue((olive, callback) => {
  tracer.startSpan(`press ${olive}`).end();
  order.push(olive);
  setTimeout(() => {
    tracer.startSpan(`bottle ${olive}`).end();
    callback(olive === 'stone' ? new Error('broke a tooth') : null, `oil of ${olive}`);
  }, 2);
}, 1);
const rush = async.priorityQueue(async (olive) => {
  tracer.startSpan(`rush ${olive}`).end();
  order.push(`rushed ${olive}`);
}, 1);

const request = (name, work) =>
  tracer.startActiveSpan(name, async (span) => {
    const answer = await work().catch(({ message }) => message);
    span.end();
    return answer;
  });
const pushed = (olive) =>
  new Promise((resolve, reject) =>
    mill.push(olive, (error, oil) => {
      tracer.startSpan(`pay for ${olive}`).end();
      if (error) reject(error);
      else resolve(oil);
    }),
  );

(async () => {
  const answers = await Promise.all([
    request('one', () => pushed('green')),
    request('two', () => pushed('stone')),
    request('three', () => mill.pushAsync('black')),
    request('four', () => mill.unshiftAsync('first')),
    request('five', () => Promise.all(mill.pushAsync(['a', 'b']))),
    request('six', () => rush.push('late', 9)),
    request('seven', () => rush.push('early', 1)),
  ]);
  console.log(answers, order);
  mill.pause();
  for (const name of ['eight', 'nine']) tracer.startActiveSpan(name, (span) => (void mill.push('same'), span.end()));
  let seen = 0;
  mill.remove(({ data }) => data === 'same' && seen++ === 0);
  console.log([...mill], mill.length());
  mill.resume();
  await mill.drain();
})();
