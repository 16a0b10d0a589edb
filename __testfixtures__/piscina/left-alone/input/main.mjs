import { fileURLToPath } from 'node:url';
import { trace } from '@opentelemetry/api';
import { Piscina } from 'piscina';

const tracer = trace.getTracer('yard');
const options = { filename: fileURLToPath(new URL('./kiln.mjs', import.meta.url)), maxThreads: 1 };

// Which of them is built cannot be told.
const kinds = new Map([['plain', Piscina]]);
const Kind = kinds.get(process.argv[2] ?? 'plain');
const chosen = new Kind(options);
const known = new Piscina(options);

/** Whose it is cannot be told. */
export const bake = (somebody, brick) => somebody.run(brick);

const results = await tracer.startActiveSpan('order', async (span) => {
  const done = [await chosen.run('first'), await known.run('second'), await bake(chosen, 'third'), await bake(known, 'fourth')];
  span.end();
  return done;
});
console.log(results.join());
await Promise.all([chosen.destroy(), known.destroy()]);
