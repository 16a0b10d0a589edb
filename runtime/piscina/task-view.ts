import type { PiscinaTask, TaskQueue } from 'piscina';
import { fromTaskMessage } from '../executor/task-packer.js';
import { decodeHandler } from '../protocol/handler-reference.js';
import type { HandlerReference } from '../protocol/handler-reference.js';

/** What Piscina puts into a task queue. */
export type QueuedTask = Parameters<TaskQueue['push']>[0];

/** The properties of Piscina's own task that queues read, beyond those that its types name. */
interface TaskInfo extends QueuedTask {
  readonly name: string;
  readonly task: unknown;
}

/** A task as its user knows it: Piscina's, with the user's file, export and value in the place of ours. */
class TaskView implements ProxyHandler<TaskInfo> {
  constructor(private readonly reference: HandlerReference) {}

  get(target: TaskInfo, key: string | symbol, receiver: unknown): unknown {
    if (key === 'filename') return this.reference.filename;
    if (key === 'name') return this.reference.name;
    if (key === 'task' && this.reference.form === 'message') return fromTaskMessage(target.task);
    return Reflect.get(target, key, receiver);
  }
}

// Shared by all executors, so that two may share a queue as two Piscinas may.
const views = new WeakMap<QueuedTask, QueuedTask>();
const viewed = new WeakMap<QueuedTask, QueuedTask>();

/**
 * Shows a queued task as its user knows it; the same view each time, since a queue finds tasks by identity. Undone by
 * {@link fromTaskView}.
 */
export function toTaskView(task: QueuedTask): QueuedTask {
  const known = views.get(task);
  if (known) return known;
  const info = task as TaskInfo;
  const reference = decodeHandler(info.name);
  if (!reference) return task;
  const view = new Proxy(info, new TaskView(reference));
  views.set(task, view);
  viewed.set(view, task);
  return view;
}

/** Undoes {@link toTaskView}; what is no view is given back. */
export function fromTaskView(view: QueuedTask): QueuedTask {
  return viewed.get(view) ?? view;
}

/** Shows what a load balancer is given as its user knows it. */
export function toBalancedTask(task: PiscinaTask): PiscinaTask {
  const reference = decodeHandler(task.name);
  return reference ? { ...task, filename: reference.filename, name: reference.name } : task;
}
