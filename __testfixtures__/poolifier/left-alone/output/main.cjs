const { trace } = require('@opentelemetry/api');
const { FixedThreadPool } = require('poolifier');
const { TracedThreadPoolExecutor } = require('traced-pool/poolifier');

const tracer = trace.getTracer('smithy');
const script = `${__dirname}/forge.mjs`;

// Which of them is built cannot be told.
const kinds = new Map([['fixed', FixedThreadPool]]);
const Kind = kinds.get(process.argv[2] ?? 'fixed');
const chosen = new Kind(1, script);
const known = new TracedThreadPoolExecutor(1, script);

/** Whose it is cannot be told. */
exports.forge = (somebody, iron) => somebody.execute(iron);

async function main() {
  const results = await tracer.startActiveSpan('order', async (span) => {
    const done = [
      await chosen.execute('first'),
      await known.submit('second'),
      await exports.forge(chosen, 'third'),
      await exports.forge(known, 'fourth'),
    ];
    span.end();
    return done;
  });
  console.log(results.join());
  await Promise.all([chosen.destroy(), known.destroy()]);
}

void main();
