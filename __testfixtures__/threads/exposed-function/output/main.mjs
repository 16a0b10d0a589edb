import { trace } from '@opentelemetry/api';
import { spawn, Thread } from 'threads';
import { TracedWorker } from 'traced-pool/threads';

const tracer = trace.getTracer('loom');
const weave = await spawn(new TracedWorker('./weaver.mjs'));

const cloth = (buyer, colours) =>
  tracer.startActiveSpan('cloth', { attributes: { buyer } }, async (span) => {
    const woven = await Promise.all(colours.map((colour) => weave(colour)));
    span.end();
    return woven;
  });

console.log(JSON.stringify(await Promise.all([cloth('Ned', ['red', 'grey']), cloth('Una', ['blue'])])));
await Thread.terminate(weave);
