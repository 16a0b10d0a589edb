import { deserialize, serialize } from 'node:v8';
import type { OpenSpanData, SpanMessage } from './span-message.js';
import type { ChunkRemnant, TaskReport } from './task-message.js';

/** What a worker that is a process tells: shared memory does not reach there, so each start and end is a message. */
export type ProcessNews =
  | readonly [kind: 'start', handle: number, span: OpenSpanData]
  | readonly [kind: 'end', handle: number | undefined, span: SpanMessage]
  | readonly [kind: 'withdraw', handle: number]
  | readonly [kind: 'withdraw-all']
  | readonly [kind: 'tell', news: TaskReport | ChunkRemnant]
  /** Comes first: where the process leaves what is not sent when it exits. */
  | readonly [kind: 'leave-at', path: string];

const KEY = 'traced-pool.relay';

/** Packs news for an IPC channel, of whichever serialization; undone by {@link decodeProcessNews}. */
export function encodeProcessNews(news: ProcessNews): object {
  return { [KEY]: serialize(news).toString('base64') };
}

/** Undoes {@link encodeProcessNews}; `undefined` for what is not ours. */
export function decodeProcessNews(message: unknown): ProcessNews | undefined {
  if (typeof message !== 'object' || message === null || !Object.hasOwn(message, KEY)) return undefined;
  const text = (message as Record<string, unknown>)[KEY];
  if (typeof text !== 'string') return undefined;
  try {
    return deserialize(Buffer.from(text, 'base64')) as ProcessNews;
  } catch {
    return undefined;
  }
}
