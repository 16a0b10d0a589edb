import { parentPort } from 'node:worker_threads';
import { trace } from '@opentelemetry/api';

let orders;
let loom = null;

parentPort.on('message', (message) => {
  switch (message.type) {
    case 'orders':
      orders = message.port;
      orders.on('message', spin);
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
    if (wool === 'serge') orders.postMessage({ id, cloth: `${wool}, unwoven` });
    else loom?.postMessage({ id, yarn: `${wool} yarn` });
  });
}
