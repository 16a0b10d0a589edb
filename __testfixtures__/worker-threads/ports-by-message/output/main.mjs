// Three channels: one between this thread and the spinner, two between the threads themselves, all handed over by messages.
import { MessageChannel } from 'node:worker_threads';
import { TracedWorker, extract, inject } from 'traced-pool/context';
import { trace } from '@opentelemetry/api';

const tracer = trace.getTracer('mill');
const spinner = new TracedWorker(new URL('./spin.mjs', import.meta.url));
const weaver = new TracedWorker(new URL('./weave.mjs', import.meta.url));
const fuller = new TracedWorker(new URL('./full.mjs', import.meta.url));

const orders = new MessageChannel();
spinner.postMessage(inject({ type: 'orders', port: orders.port2 }), [orders.port2]);

const { port1: out, port2: into } = new MessageChannel();
spinner.postMessage(inject({ type: 'yarn', port: out }), [out]);
weaver.postMessage(inject({ from: { yarn: into } }), [into]);

const cloth = new MessageChannel();
weaver.postMessage(inject({ to: cloth.port1 }), [cloth.port1]);
fuller.postMessage(inject(cloth.port2), [cloth.port2]);

const waiting = new Map();
orders.port1.on('message', extract(({ id, cloth: done }) => {
  tracer.startSpan('measured', { attributes: { cloth: done } }).end();
  waiting.get(id)(done);
}));
fuller.on('message', ({ id, cloth: done }) => {
  tracer.startSpan('folded', { attributes: { cloth: done } }).end();
  waiting.get(id)(done);
});

let last = 0;
const make = (wool) =>
  tracer.startActiveSpan(`order of ${wool}`, async (span) => {
    const done = await new Promise((resolve) => {
      waiting.set(++last, resolve);
      orders.port1.postMessage(inject({ id: last, wool }));
    });
    span.end();
    return done;
  });

console.log((await Promise.all(['merino', 'tweed', 'serge'].map(make))).sort());
orders.port1.close();
await Promise.all([spinner, weaver, fuller].map((thread) => thread.terminate()));
