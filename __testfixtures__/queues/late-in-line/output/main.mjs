import { setTimeout as sleep } from 'node:timers/promises';
import { trace } from '@opentelemetry/api';
import AsyncLock from 'async-lock';
import Bottleneck from 'bottleneck';
import PQueue from 'p-queue';
import Queue from 'queue';
import { bind } from 'traced-pool/context';

const tracer = trace.getTracer('station');
const platform = new PQueue({ concurrency: 1, timeout: 250 });
const limiter = new Bottleneck({ maxConcurrent: 1 });
const gate = new AsyncLock({ timeout: 250 });
const sheds = new Queue({ concurrency: 1, autostart: true });

async function arrive(train, millis) {
  tracer.startSpan(`${train} is near`).end();
  await sleep(millis);
  tracer.startSpan(`${train} is in`).end();
  return `${train} in time`;
}

const request = (train, work) =>
  tracer.startActiveSpan(`wait for ${train}`, async (span) => {
    const answer = await work(train).catch(({ name }) => name);
    span.end();
    return answer;
  });

const trains = { slow: 700, fast: 2, late: 2 };
const all = (name, work) =>
  Promise.all(Object.entries(trains).map(([train, millis]) => request(`${name} ${train}`, (full) => work(full, millis))));

console.log(await all('platform', (train, millis) => platform.add(bind(() => arrive(train, millis)))));
console.log(await all('limiter', (train, millis) => limiter.schedule({ expiration: 250 }, bind(arrive), train, millis)));
console.log(await all('gate', (train, millis) => gate.acquire('east', bind(() => arrive(train, millis)))));

const shunt = (train, millis) =>
  new Promise((resolve) => {
    const job = async () => resolve(await arrive(train, millis));
    job.timeout = millis > 250 ? 250 : 5000;
    sheds.push(bind(job));
  });
sheds.addEventListener('timeout', ({ detail }) => detail.next());
console.log(await all('shed', shunt));
