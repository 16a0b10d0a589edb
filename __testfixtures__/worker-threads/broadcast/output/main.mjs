// One channel that three threads share by its name, each with ends of its own, one of them the global class's.
import { BroadcastChannel } from 'node:worker_threads';
import { TracedWorker, extract, inject } from 'traced-pool/context';
import { trace } from '@opentelemetry/api';
import { NEWS } from './names.mjs';

const tracer = trace.getTracer('town');
const crier = new TracedWorker(new URL('./crier.mjs', import.meta.url));
const clerk = new TracedWorker(new URL('./clerk.mjs', import.meta.url));
const news = new BroadcastChannel(NEWS);

const heard = new Map();
const ready = new Promise((resolve) => heard.set('ready', Object.assign([], { resolve })));
news.onmessage = extract(({ data: { told, by } }) => {
  if (told !== 'ready') tracer.startSpan('heard', { attributes: { told, by } }).end();
  heard.get(told).push(by);
  if (heard.get(told).length === 2) heard.get(told).resolve();
});

const tell = (what) =>
  tracer.startActiveSpan(`decree on ${what}`, async (span) => {
    await new Promise((resolve) => {
      heard.set(what, Object.assign([], { resolve }));
      news.postMessage(inject({ what }));
    });
    span.end();
    return `${what}: ${heard.get(what).toSorted().join(', ')}`;
  });

await ready;
console.log(await Promise.all(['bread', 'salt', 'wool'].map(tell)));
news.close();
await Promise.all([crier.terminate(), clerk.terminate()]);
