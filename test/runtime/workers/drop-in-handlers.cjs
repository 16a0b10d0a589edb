// Handlers that show what a pool does to a task: plain Piscina code, with nothing of ours.
const os = require('node:os');
const { parentPort } = require('node:worker_threads');
const { Piscina } = require('piscina');

class QuotaError extends RangeError {
  constructor(message) {
    super(message);
    this.name = 'QuotaError';
    this.code = 'E_QUOTA';
  }
}

/** The task itself, and what the handler is called with besides. */
exports.echo = function (task) {
  return { task, argumentCount: arguments.length, hasThis: this !== undefined };
};

/** The task, when somebody else has said so. */
exports.hold = async ({ gate, ...task }) => {
  await Atomics.waitAsync(gate, 0, 0).value;
  return task;
};

exports.fail = (how) => {
  if (how === 'error') throw new TypeError('bad task', { cause: 'cause' });
  if (how === 'subclass') throw new QuotaError('too much');
  if (how === 'value') throw { reason: 'no error' };
  if (how === 'rejection') return Promise.reject(new Error('later'));
  if (how === 'unclonable') return () => {};
  process.exit(7);
};

/** What the worker was started with. */
exports.look = () => ({
  argv: process.argv.slice(2),
  execArgv: process.execArgv,
  env: process.env.SHELF,
  isWorkerThread: Piscina.isWorkerThread,
  workerData: Piscina.workerData,
  priority: os.getPriority(),
});

exports.exhaust = () => {
  for (const hoard = []; ;) hoard.push([hoard]);
};

exports.tell = (task) => parentPort.postMessage({ told: task });

/** A buffer that moves back. */
exports.move = (buffer) => Piscina.move(buffer);
