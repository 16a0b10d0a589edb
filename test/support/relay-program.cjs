// A main program of ten requests with some tasks each; tells in OUTPUT_FILE what spans their workers made.
const { appendFileSync } = require('node:fs');
const { join } = require('node:path');
const { context, trace } = require('@opentelemetry/api');
const { TracedThreadPoolExecutor } = require('traced-pool');

const [handler, taskCount, optionsText] = process.argv.slice(2);
const write = (record) => appendFileSync(process.env.OUTPUT_FILE, `${JSON.stringify(record)}\n`);
const tracer = trace.getTracer('program');

async function request(executor, number) {
  const span = tracer.startSpan(`request ${number}`);
  const parent = trace.setSpan(context.active(), span);
  const tasks = Array.from({ length: Number(taskCount) }, (_, task) => `${number}.${task}`);
  const outcomes = await Promise.allSettled(
    tasks.map((task) => executor.submit(task, { name: handler, context: parent })),
  );
  span.end();
  const made = outcomes.flatMap(({ value }) => value ?? []);
  write({ parent: span.spanContext(), made });
}

async function main() {
  const filename = join(__dirname, '..', 'runtime', 'workers', 'relay-spans.cjs');
  const executor = new TracedThreadPoolExecutor({ filename, maxThreads: 2, ...JSON.parse(optionsText) });
  executor.on('error', () => {});
  await Promise.all(Array.from({ length: 10 }, (_, number) => request(executor, number)));
  await executor.close();
  const provider = trace.getTracerProvider().getDelegate?.();
  await provider?.forceFlush?.();
  write({ relayedSpans: executor.relayedSpans });
}

void main();
