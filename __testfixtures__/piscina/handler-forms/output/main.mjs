import { trace } from '@opentelemetry/api';
import { TracedThreadPoolExecutor } from 'traced-pool';

const tracer = trace.getTracer('workshop');
const url = (name) => new URL(`./handlers/${name}`, import.meta.url).href;
const bench = new TracedThreadPoolExecutor({ maxThreads: 1 });

const tasks = [
  ['function.cjs', 'default'],
  ['function.cjs', 'extra'],
  ['object.cjs', 'saw'],
  ['object.cjs', 'default'],
  ['object.cjs', 'absent'],
  ['transpiled.cjs', 'default'],
  ['module.mjs', 'default'],
  ['module.mjs', 'plane'],
  ['module.mjs', 'later'],
  ['throws.cjs', 'default'],
  ['throws.cjs', 'default'],
  ['absent.cjs', 'default'],
];

for (const [file, name] of tasks) {
  await tracer.startActiveSpan(`${file} ${name}`, async (span) => {
    const outcome = await bench.submit('oak', { filename: url(file), name }).catch((error) => error.message.split("'")[0]);
    console.log(file, name, String(outcome).replace(/\/.*\//, ''));
    span.end();
  });
}
console.log(await bench.submit('oak').catch(({ message }) => message));
console.log(await bench.submit('oak', { filename: 3 }).catch(({ message }) => message));
console.log(await bench.submit('oak', null).catch(({ message }) => message));
await bench.destroy();
