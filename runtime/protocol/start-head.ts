import type { TaskHead } from './task-envelope.js';

/** Under this key a thread that a `TracedWorker` has started finds its {@link TaskHead}, as environment data. */
export const START_DATA = 'traced-pool.start';
/** The environment variable in which a process that `tracedFork` has started finds it, as JSON. */
export const START_VARIABLE = 'TRACED_POOL_START';
/** What an environment variable is trusted to be; Linux takes twice that. */
const MAX_VARIABLE_LENGTH = 65_536;

const ROOT_HEAD: TaskHead = [null, true];

/** Undone by {@link fromVariable}; without the context where that is too large to be one. */
export function toVariable(head: TaskHead): string {
  const text = JSON.stringify(head);
  return text.length > MAX_VARIABLE_LENGTH ? JSON.stringify([null, head[1]]) : text;
}

/** Undoes {@link toVariable}; what is malformed or missing is no context. */
export function fromVariable(text: string | undefined): TaskHead {
  if (text === undefined || text.length > MAX_VARIABLE_LENGTH) return ROOT_HEAD;
  try {
    return toHead(JSON.parse(text));
  } catch {
    return ROOT_HEAD;
  }
}

function isCarrier(value: unknown): value is NonNullable<TaskHead[0]> {
  return typeof value === 'string' || Array.isArray(value);
}

/** What came as a head, if it is one. */
export function toHead(value: unknown): TaskHead {
  if (!Array.isArray(value)) return ROOT_HEAD;
  const [carrier, isRecorded] = value as unknown[];
  return [isCarrier(carrier) ? carrier : null, isRecorded !== false];
}

/** The `BroadcastChannel` on which a thread is told whether anybody takes its spans. */
export function recordedChannelName(threadId: number): string {
  return `traced-pool.recorded:${threadId}`;
}
