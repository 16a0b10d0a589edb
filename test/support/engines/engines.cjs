// The five engines, and the two kinds of workers that four of them have, under one interface.
const { join } = require('node:path');

const script = (name) => join(__dirname, `${name}-worker.cjs`);

/** @param runtime Tinypool's name of the kind. */
const tinypool = (runtime) => ({
  takesContext: true,
  forgetsTasks: runtime === 'worker_threads',
  losesWorkers: runtime === 'worker_threads',
  hasOwnMessages: true,
  advanced: { serialization: 'advanced' },
  async load() {
    const [{ Tinypool }, { TracedThreadPoolExecutor }] = [
      await import('tinypool'),
      await import('traced-pool/tinypool'),
    ];
    return { Bare: Tinypool, Traced: TracedThreadPoolExecutor };
  },
  create: (Pool, { size = 2, ...options } = {}) =>
    new Pool({ filename: script('tinypool'), runtime, minThreads: size, maxThreads: size, ...options }),
  dispatchName: 'run',
  dispatch: (pool, name, value) => pool.run(value, { name }),
  submit: (pool, name, value, options) => pool.submit(value, { name, ...options }),
  map: (pool, name, values, options) => pool.map(values, { name, ...options }),
  mapIterable: (pool, name, values, options) => pool.mapIterable(values, { name, ...options }),
  relayedSpans: (pool) => pool.relayedSpans,
  workers: (pool) => pool.threads.map((worker) => worker.thread ?? worker.process),
  end(pool) {
    const isGone = this.workers(pool).some((worker) => worker.threadId === -1);
    const ended = pool.destroy();
    // Tinypool's own waits for the exit of a thread that has exited.
    return isGone ? undefined : ended;
  },
});

async function* each(values) {
  for await (const value of values) yield [value];
}

/** @param workerType workerpool's name of the kind. */
const workerpool = (workerType) => ({
  takesContext: true,
  endsInTurn: true,
  hasOwnMessages: true,
  advanced: { forkOpts: { serialization: 'advanced' } },
  async load() {
    const { TracedThreadPoolExecutor } = require('traced-pool/workerpool');
    return { Bare: require('workerpool').pool().constructor, Traced: TracedThreadPoolExecutor };
  },
  create: (Pool, { size = 2, ...options } = {}) =>
    new Pool(script('workerpool'), { workerType, minWorkers: size, maxWorkers: size, ...options }),
  dispatchName: 'exec',
  // A promise of its own is not always one of Node's.
  dispatch: async (pool, name, value) => pool.exec(name, [value]),
  submit: async (pool, name, value, options) => pool.submit(name, [value], options),
  map: (pool, name, values, options) =>
    pool.map(
      name,
      [...values].map((value) => [value]),
      options,
    ),
  mapIterable: (pool, name, values, options) => pool.mapIterable(name, each(values), options),
  relayedSpans: (pool) => pool.relayedSpans,
  workers: (pool) => pool.workers.map(({ worker }) => worker),
  end: async (pool) => pool.terminate(),
});

const jestWorker = (enableWorkerThreads) => ({
  takesContext: true,
  withoutRetries: { maxRetries: 0 },
  json: { forkOptions: { serialization: 'json' } },
  async load() {
    const { TracedThreadPoolExecutor } = require('traced-pool/jest-worker');
    return { Bare: require('jest-worker').Worker, Traced: TracedThreadPoolExecutor };
  },
  create: (Pool, { size = 2, ...options } = {}) =>
    new Pool(script('jest-worker'), { enableWorkerThreads, numWorkers: size, ...options }),
  dispatchName: 'submit',
  dispatch: (pool, name, value) => pool[name](value),
  submit: (pool, name, value, options) => pool.submit(name, [value], options),
  map: (pool, name, values, options) =>
    pool.map(
      name,
      [...values].map((value) => [value]),
      options,
    ),
  mapIterable: (pool, name, values, options) => pool.mapIterable(name, each(values), options),
  relayedSpans: (pool) => pool.relayedSpans,
  workers: (pool) => pool._workerPool.getWorkers().map(({ _child, _worker }) => _child ?? _worker),
  end: async (pool) => void (await pool.end()),
});

const poolifier = (kind) => ({
  // A thread may be gone before it has said so, for which poolifier then waits.
  endsUnevenly: kind === 'Thread',
  forgetsTasks: true,
  json: { settings: { serialization: 'json' } },
  advanced: { settings: { serialization: 'advanced' } },
  async recover(pool) {
    while (!pool.info.ready) await new Promise((resolve) => setTimeout(resolve, 5));
  },
  async load() {
    const { [`Fixed${kind}Pool`]: Bare } = require('poolifier');
    return { Bare, Traced: require('traced-pool/poolifier')[`Traced${kind}PoolExecutor`] };
  },
  create: (Pool, { size = 2, ...options } = {}) => new Pool(size, script('poolifier'), options),
  dispatchName: 'execute',
  dispatch: (pool, name, value) => pool.execute(value, name),
  submit: (pool, name, value) => pool.submit(value, name),
  map: (pool, name, values, options) => pool.map(values, { name, ...options }),
  mapIterable: (pool, name, values, options) => pool.mapIterable(values, { name, ...options }),
  relayedSpans: (pool) => pool.relayedSpans,
  workers: (pool) => pool.workerNodes.map(({ worker }) => worker.process ?? worker),
  end(pool) {
    const workers = this.workers(pool).filter((worker) => worker.threadId !== -1);
    const exits = workers.map((worker) => new Promise((resolve) => worker.once('exit', resolve)));
    const ended = pool.destroy();
    return kind === 'Thread' && exits.length > 0 ? Promise.race([ended, Promise.all(exits)]) : ended;
  },
});

const threads = {
  forgetsTasks: true,
  losesWorkers: true,
  async load() {
    const { Pool, spawn, Worker } = require('threads');
    const { TracedThreadPoolExecutor, TracedWorker } = require('traced-pool/threads');
    TracedThreadPoolExecutor.spawning = (made, options) => {
      const worker = new TracedWorker('./threads-worker.cjs', options);
      made.push(worker);
      return spawn(worker);
    };
    const BarePool = Pool(() => spawn(new Worker('./threads-worker.cjs')), 0).constructor;
    BarePool.spawning = (made) => {
      const worker = new Worker('./threads-worker.cjs');
      made.push(worker);
      return spawn(worker);
    };
    return { Bare: BarePool, Traced: TracedThreadPoolExecutor };
  },
  create(Pool, { size = 2, tracing, ...options } = {}) {
    const made = [];
    const pool = new Pool(() => Pool.spawning(made, { tracing }), { size, ...options });
    return Object.assign(pool, { made });
  },
  dispatchName: 'queue',
  dispatch: async (pool, name, value) => pool.queue((thread) => thread[name](value)),
  submit: async (pool, name, value) => pool.submit((thread) => thread[name](value)),
  map: (pool, name, values, options) => pool.map(values, (thread, value) => thread[name](value), options),
  mapIterable: (pool, name, values, options) =>
    pool.mapIterable(values, (thread, value) => thread[name](value), options),
  relayedSpans: ({ made }) => ({
    handedOver: made.reduce((sum, { relayedSpans }) => sum + relayedSpans.handedOver, 0),
    dropped: made.reduce((sum, { relayedSpans }) => sum + relayedSpans.dropped, 0),
  }),
  workers: ({ made }) => made,
  end: async (pool) => pool.terminate(true),
};

module.exports = {
  'tinypool threads': tinypool('worker_threads'),
  'tinypool processes': tinypool('child_process'),
  'workerpool threads': workerpool('thread'),
  'workerpool processes': workerpool('process'),
  'jest-worker threads': jestWorker(true),
  'jest-worker processes': jestWorker(false),
  'poolifier threads': poolifier('Thread'),
  'poolifier processes': poolifier('Cluster'),
  'threads threads': threads,
};
