import { trace } from '@opentelemetry/api';
import { Lathe } from './lathe.js';

const lathe = new Lathe();
const tracer = trace.getTracer('turnery');
const turn = (leg: string) =>
  tracer.startActiveSpan(`turn ${leg}`, async (span) => {
    const turned = await lathe.turn(leg);
    span.end();
    return turned;
  });

Promise.all(['table', 'stool'].map(turn)).then((legs) => {
  console.log(legs);
  return lathe.close();
});
