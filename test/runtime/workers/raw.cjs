// A worker that talks to whoever made it by hand: a thread or a process, with OpenTelemetry's API and nothing else of tracing.
const { clearInterval, setInterval } = require('node:timers');
const { isMainThread, parentPort, workerData } = require('node:worker_threads');
const { context, propagation, trace } = require('@opentelemetry/api');
const { inject } = require('traced-pool/context');

const tracer = trace.getTracer('raw');
const post = (message) => (parentPort ? parentPort.postMessage(message) : process.send(message));
const activeId = () => trace.getSpanContext(context.active())?.spanId;

function handle(message) {
  const { how, name, signal } = message ?? {};
  if (how === 'leave') return void (parentPort ? parentPort.close() : process.disconnect());
  if (how === 'look')
    return post({
      spanId: activeId(),
      baggage: propagation.getBaggage(context.active())?.getEntry('k')?.value.length,
      isRecording: tracer.startSpan('probe').isRecording(),
    });
  if (how === 'reply') return tracer.startActiveSpan(name, (span) => (post(inject(message)), span.end()));
  tracer.startSpan(`${name} ended`).end();
  tracer.startActiveSpan(`${name} outer`, () => tracer.startSpan(`${name} inner`));
  post('open');
  if (how === 'exit') setTimeout(() => process.exit(3), 20);
  if (how === 'throw') setTimeout(() => (0, eval)('throw new Error("out of band")'), 20);
  if (how === 'signal') process.kill(process.pid, signal);
}

const given = isMainThread ? process.argv.slice(2) : (workerData ?? []);
if (given[0] === 'once') {
  const start = activeId();
  tracer.startActiveSpan('one-shot', (span) => (post({ start, given }), span.end()));
  if (!parentPort) process.disconnect();
} else if (given[0] === 'events') {
  parentPort.onmessage = ({ data }) => handle(data);
} else if (given[0] === 'ticking') {
  const timer = setInterval(() => tracer.startSpan('tick').end(), 5);
  (parentPort ?? process).on('message', (message) => (clearInterval(timer), handle(message)));
  post(activeId() ?? null);
} else (parentPort ?? process).on('message', handle);
