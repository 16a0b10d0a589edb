const workerpool = require('workerpool');
const { trace } = require('@opentelemetry/api');

const pool = workerpool.pool('./ship.js');

exports.ship = (parcel) => {
  const { traceId, spanId } = trace.getActiveSpan().spanContext();
  return pool.exec('ship', [{ parcel, traceId, spanId }]);
};
