// The file of a worker is what the callers give: options of a pool, an argument of a wrapper or of a superclass.
import { trace } from '@opentelemetry/api';
import { Crew } from './crew.mjs';
import { once, polisher, stepNamed } from './once.mjs';

const tracer = trace.getTracer('shipyard');
const saws = new Crew({ file: stepNamed('saw'), size: 2 });
const files = { nail: stepNamed('nail') };

function polish(plank) {
  return new Promise((resolve) => {
    polisher.once('message', resolve);
    polisher.postMessage(plank);
  });
}

const order = (plank) =>
  tracer.startActiveSpan(`order ${plank}`, async (span) => {
    const sawn = await saws.work(plank);
    const nailed = await once(files.nail, sawn);
    const tarred = await once(new URL('./steps/tar.mjs', import.meta.url), nailed);
    span.end();
    return tarred;
  });

console.log(await Promise.all(['oak', 'larch'].map(order)));
await tracer.startActiveSpan('last', async (span) => {
  console.log(await polish('mast'));
  span.end();
});
await Promise.all([saws.close(), polisher.terminate()]);
