import { parentPort } from 'node:worker_threads';
import { trace } from '@opentelemetry/api';
import { extract, inject } from 'traced-pool/context';

let orders;
let loom = null;

parentPort.on('message', (message) => {
  switch (message.type) {
    case 'orders':
      orders = message.port;
      orders.on('message', extract(spin));
      break;
    case 'yarn':
      loom = message.port;
      break;
    default:
      console.log(message);
  }
});

function spin({ id, wool }) {
  trace.getTracer('spinner').startActiveSpan('spin', { attributes: { wool } }, (span) => {
    span.end();
    if (wool === 'serge') orders.postMessage(inject({ id, cloth: `${wool}, unwoven` }));
    else loom?.postMessage(inject({ id, yarn: `${wool} yarn` }));
  });
}
