import { fileURLToPath } from 'node:url';
import { trace } from '@opentelemetry/api';
import { Worker as JestWorker } from 'jest-worker';

const tracer = trace.getTracer('hive');
const hive = new JestWorker(fileURLToPath(new URL('./bee.cjs', import.meta.url)), {
  enableWorkerThreads: true,
  exposedMethods: ['gather', 'map', 'default'],
  numWorkers: 1,
});

const forage = (meadow, flowers) =>
  tracer.startActiveSpan('forage', { attributes: { meadow } }, async (span) => {
    const honey = await Promise.all(flowers.map((flower) => hive.gather(flower)));
    const [chart, buzz] = [await hive.map(meadow), await hive.default()];
    span.end();
    return [...honey, chart, buzz];
  });

console.log(JSON.stringify(await Promise.all([forage('north', ['lime', 'clover']), forage('south', ['heather'])])));
console.log((await hive.end()).forceExited);
