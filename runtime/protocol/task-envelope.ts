import type { ThreadCarrier } from './carrier.js';

/** What goes with a task; a `null` where JSON has no `undefined`. */
export type TaskHead = readonly [carrier: ThreadCarrier | null, isRecorded: boolean];

/** A message of a pool's, and what goes with it; without a message it only tells whether spans are recorded. */
export interface Envelope {
  readonly head: TaskHead;
  readonly hasMessage: boolean;
  readonly message?: unknown;
}

const KEY = 'traced-pool.task';

/** Puts what goes with a message beside it. Undone by {@link openEnvelope}. */
export function sealMessage(head: TaskHead, message: unknown): object {
  return { [KEY]: head, message };
}

/** An envelope without a message. */
export function sealHead(head: TaskHead): object {
  return { [KEY]: head };
}

/** Undoes {@link sealMessage}; `undefined` for what is no envelope. */
export function openEnvelope(value: unknown): Envelope | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, KEY)) return undefined;
  const { [KEY]: head, message } = value as { [KEY]: unknown; message?: unknown };
  if (!Array.isArray(head)) return undefined;
  const hasMessage = Object.hasOwn(value, 'message');
  return { head: head as unknown as TaskHead, hasMessage, message };
}
