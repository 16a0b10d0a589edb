// What becomes of tasks that fail, are aborted, or lose their worker.
const { equal, ok, rejects } = require('node:assert/strict');
const { setTimeout: delay } = require('node:timers/promises');
const { configuration } = require('./configuration.cjs');

const range = (length) => Array.from({ length }, (_, number) => number);
const createCells = () => new Int32Array(new SharedArrayBuffer(8));

async function waitFor(cells, count) {
  while (Atomics.load(cells, 0) < count) await delay(1);
}

/** The executor goes on after what has happened. */
function submitAfter({ inRequest }, executor) {
  return inRequest((parent) => executor.submit({ name: 'after', parent }, { name: 'make' }));
}

/** Workers that die, one after the other, and a task after each. */
async function dieBy(application, how, message) {
  const executor = application.createExecutor({ maxThreads: 1 });
  for (const number of range(2)) {
    await application.inRequest((parent) =>
      rejects(executor.submit({ name: number, parent, how }, { name: 'die' }), message),
    );
    await submitAfter(application, executor);
  }
  await executor.close();
}

exports.exit = (application) => dieBy(application, 'exit', /exit/);
exports.uncaught = (application) => dieBy(application, 'timer', /in a timer/);
exports.outOfMemory = (application) => dieBy(application, 'memory', { code: 'ERR_WORKER_OUT_OF_MEMORY' });

const MESSAGES = { error: 'too far', text: 'no error at all', nothing: undefined };

/** Handlers that fail one after the other by each of the given means. */
exports.failures = async (application) => {
  const { how, failures } = configuration;
  const executor = application.createExecutor();
  const fail = (what) => (number) =>
    application.inRequest(async (parent) => {
      const outcome = executor.submit({ name: number, parent, how, what }, { name: 'fail' }).then(
        () => 'a result',
        (error) => error?.message ?? error,
      );
      equal(await outcome, MESSAGES[what]);
    });
  await Promise.all(failures.flatMap((what) => range(10).map(fail(what))));
  await executor.close();
};

exports.abortQueued = async (application) => {
  const executor = application.createExecutor({ maxThreads: 1 });
  const cells = createCells();
  const controller = new globalThis.AbortController();
  await application.inRequest(async (parent) => {
    const running = executor.submit({ name: 'running', parent, cells }, { name: 'waitForGate' });
    const options = { name: 'make', signal: controller.signal };
    const queued = range(5).map((number) => executor.submit({ name: number, parent }, options));
    const rejected = queued.map((task) => rejects(task, { name: 'AbortError' }));
    await waitFor(cells, 1);
    controller.abort();
    await Promise.all(rejected);
    Atomics.store(cells, 1, 1);
    await running;
  });
  await submitAfter(application, executor);
  await executor.close();
};

exports.abortRunning = async (application) => {
  const executor = application.createExecutor();
  for (const how of ['spin', 'hang', 'spin', 'hang']) {
    const cells = createCells();
    const controller = new globalThis.AbortController();
    await application.inRequest(async (parent) => {
      const options = { name: 'die', signal: controller.signal };
      const running = executor.submit({ name: how, parent, how, cells }, options);
      const rejected = rejects(running, { name: 'AbortError' });
      await waitFor(cells, 1);
      controller.abort();
      await rejected;
    });
    await submitAfter(application, executor);
  }
  await executor.close();
};

/** Two tasks run, one of them busy, and six are queued. */
exports.destroy = async ({ createExecutor, inRequest }) => {
  const executor = createExecutor();
  const cells = createCells();
  await inRequest(async (parent) => {
    const submit = (number) =>
      executor.submit({ name: number, parent, how: number % 2 ? 'spin' : 'hang', cells }, { name: 'die' });
    const rejected = range(8).map((number) => rejects(submit(number), /Terminating worker thread/));
    await waitFor(cells, 2);
    await executor.destroy();
    await Promise.all(rejected);
  });
};

/**
 * Tasks that go on when the executor is asked to close. Piscina 5.3 ends workers as soon as the first of such tasks is
 * done (its `onPoolFlushed` counts a worker once for each listener), so either side may end the spans of the others.
 */
async function closeInFlight({ createExecutor, inRequest }, { taskCount, closeOptions }) {
  for (let round = 0; round < 3; round++) {
    const executor = createExecutor();
    const cells = createCells();
    await inRequest(async (parent) => {
      const submit = (number) =>
        executor.submit({ name: number, parent, cells, endedBy: 'either' }, { name: 'waitForGate' });
      const settled = Promise.allSettled(range(taskCount).map(submit));
      await waitFor(cells, 2);
      const closed = executor.close(closeOptions);
      Atomics.store(cells, 1, 1);
      await closed;
      ok((await settled).some(({ status }) => status === 'fulfilled'));
    });
  }
}

exports.close = (application) => closeInFlight(application, { taskCount: 2 });
exports.closeByForce = (application) =>
  closeInFlight(application, { taskCount: 8, closeOptions: { force: true } });

/** A worker that owns an executor is terminated, and with it the workers of that one. */
exports.nestedDestroy = async ({ createExecutor, inRequest }) => {
  const executor = createExecutor({ maxThreads: 1 });
  const cells = createCells();
  await inRequest(async (parent) => {
    const task = { name: 'outer', parent, taskCount: 5, dying: [configuration.how], cells };
    const rejected = rejects(executor.submit(task, { name: 'delegate' }), /Terminating worker thread/);
    await waitFor(cells, 1);
    await executor.destroy();
    await rejected;
  });
};
