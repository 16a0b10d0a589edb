import { parentPort } from 'node:worker_threads';
import { inject } from 'traced-pool/context';

parentPort.on('message', (pot) => {
  if (pot.isGlazed) parentPort.postMessage(inject(pot));
  else parentPort.postMessage({ pot });
});
