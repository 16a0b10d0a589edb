import type { TaskQueue } from 'piscina';
import type { ExecutorOptions, PiscinaOptions } from './options.js';
import { fromTaskView, toBalancedTask, toTaskView } from './task-view.js';
import type { QueuedTask } from './task-view.js';

type LoadBalancer = NonNullable<PiscinaOptions['loadBalancer']>;

/** Hands a user's queue the tasks as the user knows them, and Piscina its own. */
class ViewedTaskQueue implements TaskQueue {
  // Piscina asks whether a queue has it.
  readonly unshift?: (task: QueuedTask) => void;

  constructor(private readonly queue: TaskQueue) {
    if (queue.unshift) this.unshift = (task) => queue.unshift?.(toTaskView(task));
  }

  get size(): number {
    return this.queue.size;
  }

  shift(): QueuedTask | null {
    const view = this.queue.shift();
    return view && fromTaskView(view);
  }

  push(task: QueuedTask): void {
    this.queue.push(toTaskView(task));
  }

  remove(task: QueuedTask): void {
    this.queue.remove(toTaskView(task));
  }
}

function isTaskQueue(value: TaskQueue | undefined): value is TaskQueue {
  return (
    typeof value === 'object' &&
    value !== null &&
    'size' in value &&
    typeof value.shift === 'function' &&
    typeof value.remove === 'function' &&
    typeof value.push === 'function'
  );
}

function toViewedBalancer(balancer: LoadBalancer): LoadBalancer {
  return (task, workers) => balancer(toBalancedTask(task), workers);
}

/**
 * What a user's task queue and load balancer are replaced by, so that they see the user's tasks; empty where there is
 * neither. One that Piscina would not take is left as it is: then Piscina says so.
 */
export function viewScheduling({ taskQueue, loadBalancer }: ExecutorOptions): PiscinaOptions {
  const views: PiscinaOptions = {};
  if (isTaskQueue(taskQueue)) views.taskQueue = new ViewedTaskQueue(taskQueue);
  if (typeof loadBalancer === 'function' && loadBalancer.length > 0) {
    views.loadBalancer = toViewedBalancer(loadBalancer);
  }
  return views;
}
