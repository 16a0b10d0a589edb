import { trace } from '@opentelemetry/api';
import CountingHouse from './counting-house.mjs';

const tracer = trace.getTracer('merchant');
const house = new CountingHouse(1);

const count = (a, b) =>
  new Promise((resolve, reject) => {
    house.count({ a, b }, (error, sum) => {
      tracer.startSpan('noted', { attributes: { sum } }).end();
      if (error) reject(error);
      else resolve(sum);
    });
  });

const invoice = (a, b) =>
  tracer.startActiveSpan(`invoice ${a}`, async (span) => {
    const sum = await count(a, b);
    span.end();
    return sum;
  });

// The last is handed in outside of any request, and posted when another one's is done.
console.log(await Promise.all([invoice(1, 10), invoice(2, 20), invoice(3, 30), count(4, 40)]));
house.close();
