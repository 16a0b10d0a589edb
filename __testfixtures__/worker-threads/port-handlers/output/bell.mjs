import { workerData } from 'node:worker_threads';
import { extract, inject } from 'traced-pool/context';

workerData.rope.onmessage = extract(({ data: { peal } }) => {
  workerData.rope.postMessage(inject(`${peal}!`));
});
workerData.rope.addEventListener('message', extract(function ring() {
  workerData.rope.removeEventListener('message', extract(ring));
}));
