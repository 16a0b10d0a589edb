// One process for all requests, with an id in each message.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { trace } from '@opentelemetry/api';

const tracer = trace.getTracer('observatory');
const astronomer = fork(fileURLToPath(new URL('./observe.mjs', import.meta.url)), { serialization: 'advanced' });
const requests = new Map();
let last = 0;

astronomer.on('message', ({ id, type, value }) => {
  const { resolve, reject } = requests.get(id);
  requests.delete(id);
  if (type === 'error') reject(value);
  else resolve(value);
  tracer.startSpan(`noted ${type}`).end();
});

function observe(star) {
  return new Promise((resolve, reject) => {
    const id = last++;
    requests.set(id, { resolve, reject });
    astronomer.send({ id, star });
  });
}

const night = (star) =>
  tracer.startActiveSpan(`night of ${star}`, async (span) => {
    const seen = await observe(star).catch((error) => error.message);
    span.end();
    return seen;
  });

console.log(await Promise.all(['vega', 'deneb', 'nova'].map(night)));
astronomer.disconnect();
