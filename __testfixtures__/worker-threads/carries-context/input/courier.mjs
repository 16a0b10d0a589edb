import { Worker } from 'node:worker_threads';
import { context, propagation } from '@opentelemetry/api';

const courier = new Worker('./deliver.mjs');

export function send(parcel) {
  const headers = {};
  propagation.inject(context.active(), headers);
  courier.postMessage({ parcel, headers });
}
