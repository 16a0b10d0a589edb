// Clients by an id, a registry of methods in the worker, and a closure that is all that there is of a pool.
import { join } from 'node:path';
import { trace } from '@opentelemetry/api';
import { Archive, Client, Reader } from './client.mjs';
import { createDesk } from './desk.mjs';

const scribe = new Client(new URL('./scribe.mjs', import.meta.url));
const reader = new Reader();
const archive = new Archive('copies');
const desk = createDesk({ file: join(import.meta.dirname, 'reader.mjs'), size: 1 });

const visit = (book) =>
  trace.getTracer('library').startActiveSpan(`visit ${book}`, async (span) => {
    const copied = await scribe.call('copy', book);
    const read = await reader.call('read', copied);
    const kept = await archive.call('count', read);
    const shown = await desk('read', kept);
    span.end();
    return shown;
  });

console.log(await Promise.all(['fables', 'annals'].map(visit)));
await Promise.all([scribe.close(), reader.close(), archive.close(), desk.close()]);
