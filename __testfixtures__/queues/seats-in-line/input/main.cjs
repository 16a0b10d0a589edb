const { setTimeout: sleep } = require('node:timers/promises');
const { trace } = require('@opentelemetry/api');
const { seat } = require('./cinema.cjs');

const tracer = trace.getTracer('cinema');
const book = (guest) =>
  tracer.startActiveSpan(`book ${guest}`, async (span) => {
    const answer = await seat(guest, async (row) => {
      await sleep(2);
      tracer.startSpan(`print ${guest}, row ${row}`).end();
      return row;
    });
    span.end();
    return answer;
  });

Promise.all(['Ada', 'Grace', 'Linus'].map(book)).then(console.log);
