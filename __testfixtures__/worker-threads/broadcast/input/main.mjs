// One channel that three threads share by its name, each with ends of its own, one of them the global class's.
import { BroadcastChannel, Worker } from 'node:worker_threads';
import { trace } from '@opentelemetry/api';
import { NEWS } from './names.mjs';

const tracer = trace.getTracer('town');
const crier = new Worker(new URL('./crier.mjs', import.meta.url));
const clerk = new Worker(new URL('./clerk.mjs', import.meta.url));
const news = new BroadcastChannel(NEWS);

const heard = new Map();
const ready = new Promise((resolve) => heard.set('ready', Object.assign([], { resolve })));
news.onmessage = ({ data: { told, by } }) => {
  if (told !== 'ready') tracer.startSpan('heard', { attributes: { told, by } }).end();
  heard.get(told).push(by);
  if (heard.get(told).length === 2) heard.get(told).resolve();
};

const tell = (what) =>
  tracer.startActiveSpan(`decree on ${what}`, async (span) => {
    await new Promise((resolve) => {
      heard.set(what, Object.assign([], { resolve }));
      news.postMessage({ what });
    });
    span.end();
    return `${what}: ${heard.get(what).toSorted().join(', ')}`;
  });

await ready;
console.log(await Promise.all(['bread', 'salt', 'wool'].map(tell)));
news.close();
await Promise.all([crier.terminate(), clerk.terminate()]);
