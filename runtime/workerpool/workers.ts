import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { WorkerPoolOptions } from 'workerpool';
import { SCRIPT_ENTRY } from '../executor/script-executor.js';
import type { PoolWorker } from '../relay/worker-link.js';

type WorkerArg = Parameters<NonNullable<WorkerPoolOptions['onCreateWorker']>>[0];

/** What workerpool keeps of a worker: `src/WorkerHandler.js` of 9.0 and 10.0. */
export interface WorkerHandler {
  worker: PoolWorker & { ready?: boolean; spawnargs?: readonly string[] };
  script: string;
  forkArgs: readonly string[] | undefined;
  workerThreadOpts: unknown;
}

/** The script that workerpool uses where it is given none; it needs no word from it to be ready. */
function findOwnScript(): string {
  return require.resolve('workerpool/src/worker.js');
}

function toPath(script: string): string {
  return script.startsWith('file:') ? fileURLToPath(script) : resolve(script);
}

const hooks = new WeakMap<object, TracedWorkers>();
const traced = new WeakSet<WorkerHandler>();

/** Has workerpool start our script, which runs the user's. */
export class TracedWorkers {
  /** What the worker that is being made would have been made with; `undefined` where it is. */
  #original: WorkerArg | undefined;

  /** What `onCreateWorker` is to be. */
  readonly create = (given: WorkerArg): WorkerArg => {
    const user = this.userCreate?.(given) ?? {};
    const script = user.script || given.script;
    const forkArgs = user.forkArgs || given.forkArgs || [];
    const workerThreadOpts = (user.workerThreadOpts || given.workerThreadOpts || {}) as {
      readonly argv?: readonly string[];
      readonly eval?: boolean;
    };
    this.#original = undefined;
    // No file: nothing of ours can run first.
    if (workerThreadOpts.eval) return user;
    this.#original = { ...(script && { script }), forkArgs, workerThreadOpts };
    const path = script ? toPath(script) : findOwnScript();
    return {
      ...user,
      script: SCRIPT_ENTRY,
      forkArgs: [path, ...forkArgs],
      workerThreadOpts: { ...workerThreadOpts, argv: [path, ...(workerThreadOpts.argv ?? [])] },
    };
  };

  constructor(private readonly userCreate: WorkerPoolOptions['onCreateWorker']) {
    hooks.set(this.create, this);
  }

  /** Shows a worker that has just been made as the user knows it. */
  static finish(onCreateWorker: object, handler: WorkerHandler): void {
    const owner = hooks.get(onCreateWorker);
    if (!owner) return;
    const original = owner.#original;
    owner.#original = undefined;
    if (!original) return;
    const { script, forkArgs, workerThreadOpts } = original;
    handler.script = script ?? findOwnScript();
    handler.forkArgs = forkArgs;
    handler.workerThreadOpts = workerThreadOpts;
    // What workerpool's errors tell of a process.
    const { spawnargs } = handler.worker;
    if (spawnargs) handler.worker.spawnargs = spawnargs.filter((argument) => argument !== SCRIPT_ENTRY);
    if (!script) handler.worker.ready = true;
    traced.add(handler);
  }

  /** Whether a worker was started with our script. */
  static isTraced(handler: WorkerHandler): boolean {
    return traced.has(handler);
  }
}
