// What tasks do while all goes well.
const { deepEqual, ok } = require('node:assert/strict');
const { performance } = require('node:perf_hooks');
const { setTimeout: delay } = require('node:timers/promises');
const { ROOT_CONTEXT, trace } = require('@opentelemetry/api');
const { configuration } = require('./configuration.cjs');

const range = (length) => Array.from({ length }, (_, number) => number);

async function submitRequests({ inRequest }, executor, options = {}) {
  const { requestCount = 4, taskCount = 10, name = 'make', pauses = [0] } = options;
  const submit = (request, parent) => (number) => {
    const pauseMillis = pauses[number % pauses.length];
    return executor.submit({ name: `${request}.${number}`, parent, pauseMillis }, { name });
  };
  const requests = range(requestCount).map((request) =>
    inRequest((parent) => Promise.all(range(taskCount).map(submit(request, parent)))),
  );
  await Promise.all(requests);
}

exports.requests = async (application) => {
  const executor = application.createExecutor();
  await submitRequests(application, executor);
  await executor.close();
};

exports.interleaved = async (application) => {
  const executor = application.createExecutor();
  await submitRequests(application, executor, { pauses: [9, 2, 0, 5, 1] });
  await executor.close();
};

/** The process ends as soon as the SDK has been shut down: nobody closes the executor. */
exports.unclosed = async (application) => {
  await submitRequests(application, application.createExecutor(), { name: 'makeAtOnce' });
};

/** Pauses about as long as the idle timeout, so that tasks come while workers go; the last ones wait for that. */
exports.waves = async (application) => {
  const executor = application.createExecutor({ minThreads: 0, idleTimeout: 10 });
  let recycledCount = 0;
  executor.on('workerDestroy', () => recycledCount++);
  for (const pauseMillis of [8, 10, 12, 50]) {
    await submitRequests(application, executor, { requestCount: 2, taskCount: 2, name: 'makeAtOnce' });
    await delay(pauseMillis);
  }
  await submitRequests(application, executor, { requestCount: 2, taskCount: 2, name: 'makeAtOnce' });
  while (executor.threads.length > 0) await delay(1);
  ok(recycledCount > 0);
  await executor.close();
};

/** The result of each task has the main thread submit two more, below the task's own span. */
exports.chain = async (application) => {
  const executor = application.createExecutor();
  const follow = async (name, parent, depth) => {
    const context = trace.setSpanContext(ROOT_CONTEXT, { ...parent, traceFlags: 1 });
    const made = await executor.submit({ name, parent }, { name: 'make', context });
    if (depth > 1) await Promise.all([0, 1].map((number) => follow(`${name}.${number}`, made, depth - 1)));
  };
  await Promise.all(
    range(3).map((number) => application.inRequest((parent) => follow(`${number}`, parent, 4))),
  );
  await executor.close();
};

/** Workers that own an executor, of whose workers one dies. */
exports.nested = async (application) => {
  const executor = application.createExecutor();
  const delegate = (number) =>
    application.inRequest((parent) =>
      executor.submit({ name: number, parent, taskCount: 5, dying: ['exit'] }, { name: 'delegate' }),
    );
  const counts = await Promise.all(range(2).map(delegate));
  for (const count of counts) deepEqual(count, { handedOver: 13, dropped: 0 });
  await executor.close();
};

/** Work that goes on after the result; the worker is awake, and the executor is closed when it is done. */
exports.lateAndAwake = async ({ createExecutor, inRequest }) => {
  const executor = createExecutor({ minThreads: 2 });
  const cells = new Int32Array(new SharedArrayBuffer(8));
  const submit = (parent) => (number) =>
    executor.submit({ name: number, parent, cells, lateMillis: number }, { name: 'leave' });
  await inRequest((parent) => Promise.all(range(20).map(submit(parent))));
  while (Atomics.load(cells, 0) < 20) await delay(1);
  await executor.close();
};

/** Work that goes on after the result, if the worker is awake before the executor is closed. */
exports.lateAndParked = async (application) => {
  const executor = application.createExecutor();
  const leave = (parent) => (number) =>
    executor.submit({ name: number, parent, lateMillis: number % 2 ? 5 : 60_000 }, { name: 'leave' });
  await application.inRequest((parent) => Promise.all(range(20).map(leave(parent))));
  await delay(20);
  await submitRequests(application, executor, { requestCount: 1 });
  await executor.close();
};

/** Many spans from one task; the main thread may be busy meanwhile, with short breaks. */
exports.burst = async ({ createExecutor, inRequest }) => {
  const { count, busyMillis = 0 } = configuration;
  const executor = createExecutor({ maxThreads: 1 });
  await inRequest(async (parent) => {
    let isDone = false;
    const task = executor.submit({ count, parent }, { name: 'burst' }).finally(() => (isDone = true));
    while (busyMillis > 0 && !isDone) {
      for (const until = performance.now() + busyMillis; performance.now() < until;);
      await delay(1);
    }
    await task;
  });
  await executor.close();
};
