import { setTimeout as sleep } from 'node:timers/promises';
import { trace } from '@opentelemetry/api';
import PQueue from 'p-queue';
import { bind } from 'traced-pool/context';

const tracer = trace.getTracer('bakery');
const oven = new PQueue({ concurrency: 1 });

async function bake(loaf) {
  tracer.startSpan(`knead ${loaf}`).end();
  await sleep(5);
  tracer.startSpan(`bake ${loaf}`).end();
  if (loaf === 'rye') throw new Error('burnt');
  return `${loaf} is done`;
}

const order = (loaf, options) =>
  tracer.startActiveSpan(`order ${loaf}`, async (span) => {
    const answer = await oven.add(bind(() => bake(loaf)), options).catch(({ message }) => message);
    span.end();
    return answer;
  });

console.log(await Promise.all([order('wheat'), order('rye'), order('spelt'), order('oat', { priority: 1 })]));

const basket = await tracer.startActiveSpan('basket', async (span) => {
  const jobs = ['bun', 'bagel'].map((loaf) => () => bake(loaf));
  const answers = await Promise.all([oven.addAll(jobs.map((job) => bind(job))), order('pretzel')]);
  span.end();
  return answers;
});
console.log(basket);

oven.pause();
const never = tracer.startActiveSpan('too late', (span) => {
  const job = oven.add(bind(() => bake('nothing')));
  span.end();
  return Promise.race([job, sleep(5, 'cleared')]);
});
oven.clear();
oven.start();
console.log(await never, oven.size, oven.pending);
