import { parentPort } from 'node:worker_threads';
import { context, propagation, ROOT_CONTEXT } from '@opentelemetry/api';

parentPort.on('message', ({ parcel, headers }) => {
  context.with(propagation.extract(ROOT_CONTEXT, headers), () => parentPort.postMessage(parcel));
});
