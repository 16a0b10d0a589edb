const { context, propagation, trace } = require('@opentelemetry/api');

module.exports = async function stamp(letter) {
  const sender = propagation.getBaggage(context.active())?.getEntry('sender')?.value;
  trace.getTracer('desk').startSpan('stamp', { attributes: { letter, sender } }).end();
  if (letter === 'Anon') throw new TypeError('no sender');
  return letter.length;
};
