const { trace } = require('@opentelemetry/api');
const workerpool = require('workerpool');
const { TracedThreadPoolExecutor } = require('traced-pool/workerpool');

const tracer = trace.getTracer('office');
const script = `${__dirname}/press.cjs`;

// What comes of it cannot be told.
const build = (make) => make(script, { maxWorkers: 1 });
const chosen = build(workerpool.pool);
const known = new TracedThreadPoolExecutor(script, { maxWorkers: 1 });

/** Whose it is cannot be told. */
exports.print = (somebody, page) => somebody.exec('print', [page]);

async function main() {
  const results = await tracer.startActiveSpan('order', async (span) => {
    const done = [
      await chosen.exec('print', ['first']),
      await known.submit('print', ['second']),
      await exports.print(chosen, 'third'),
      await exports.print(known, 'fourth'),
    ];
    span.end();
    return done;
  });
  console.log(results.join());
  await Promise.all([chosen.terminate(), known.terminate()]);
}

void main();
