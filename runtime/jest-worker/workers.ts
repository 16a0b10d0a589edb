import { join } from 'node:path';
import { Worker as JestWorker } from 'jest-worker';
import type { TaskQueue, WorkerFarmOptions, WorkerPoolInterface } from 'jest-worker';
import type { PoolWorker } from '../relay/worker-link.js';

type WorkerPoolClass = NonNullable<WorkerFarmOptions['WorkerPool']>;
type WorkerOptions = Parameters<WorkerPoolInterface['createWorker']>[0];
type QueuedTask = Parameters<TaskQueue['enqueue']>[0];

/** What jest-worker's own two kinds of workers have beyond their types: 29.0 and 30.5. */
interface ChildHolder {
  readonly _child?: PoolWorker;
  readonly _worker?: PoolWorker;
  initialize?(): void;
}

const CHILD_ENTRY = join(__dirname, '..', 'worker', 'jest-worker.js');

/** Jest-worker's own class of pools, which it shows by its instances only; the one here has no worker. */
function findPoolClass(): WorkerPoolClass {
  const empty = new JestWorker(__filename, { numWorkers: 0, exposedMethods: [] });
  return (empty as unknown as { _workerPool: { constructor: WorkerPoolClass } })._workerPool.constructor;
}

/**
 * A class of pools whose workers start with our script, which runs jest-worker's.
 *
 * @param adopt told of each thread or process, the first and those that follow it after a crash, before it is sent a
 * task.
 */
export function createPoolClass(
  given: WorkerPoolClass | undefined,
  adopt: (worker: PoolWorker) => void,
): WorkerPoolClass {
  const Base = given ?? findPoolClass();
  return class TracedWorkerPool extends Base {
    override createWorker(options: WorkerOptions): ReturnType<WorkerPoolInterface['createWorker']> {
      const worker = super.createWorker({ childWorkerPath: CHILD_ENTRY, ...options });
      const holder = worker as unknown as ChildHolder;
      const adoptCurrent = (): void => {
        const current = holder._child ?? holder._worker;
        if (current) adopt(current);
      };
      adoptCurrent();
      const { initialize } = holder;
      if (typeof initialize === 'function')
        holder.initialize = () => {
          initialize.call(worker);
          adoptCurrent();
        };
      return worker;
    }
  };
}

/** A queue that tells of each task when it is submitted, and is otherwise the given one. */
export function watchQueue(queue: TaskQueue, onSubmitted: (request: object) => void): TaskQueue {
  return {
    enqueue(task: QueuedTask, workerId?: number) {
      onSubmitted(task.request);
      queue.enqueue(task, workerId);
    },
    dequeue: (workerId) => queue.dequeue(workerId),
  };
}
