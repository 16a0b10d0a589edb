import { fileURLToPath } from 'node:url';
import { trace } from '@opentelemetry/api';
import { Tinypool } from 'tinypool';
import { TracedThreadPoolExecutor } from 'traced-pool/tinypool';

const tracer = trace.getTracer('yard');
const options = { filename: fileURLToPath(new URL('./mill.mjs', import.meta.url)), maxThreads: 1 };

// Which of them is built cannot be told.
const kinds = new Map([['plain', Tinypool]]);
const Kind = kinds.get(process.argv[2] ?? 'plain');
const chosen = new Kind(options);
const known = new TracedThreadPoolExecutor(options);

/** Whose it is cannot be told. */
export const grind = (somebody, grain) => somebody.run(grain);

const results = await tracer.startActiveSpan('order', async (span) => {
  const done = [await chosen.run('first'), await known.submit('second'), await grind(chosen, 'third'), await grind(known, 'fourth')];
  span.end();
  return done;
});
console.log(results.join());
await Promise.all([chosen.destroy(), known.destroy()]);
