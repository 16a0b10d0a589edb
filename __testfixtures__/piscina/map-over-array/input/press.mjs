import { trace } from '@opentelemetry/api';

const tracer = trace.getTracer('press');

export function press(fruit) {
  return tracer.startActiveSpan(`press ${fruit}`, (span) => {
    try {
      if (fruit === 'stone') throw new RangeError('nothing comes out of a stone');
      return fruit.length;
    } catch (error) {
      span.recordException(error);
      throw error;
    } finally {
      span.end();
    }
  });
}
