import { SPANS_WAIT } from '../protocol/span-message.js';
import type { RelayMessage, SpanMessage } from '../protocol/span-message.js';
import { closeOpenSpans, spanId } from './open-spans.js';
import type { ThreadInfo } from './relayed-span.js';
import { RelayPort } from './relay-port.js';

/**
 * Listens to the worker of a worker, whose spans that one relays, and keeps those that have not come that way: when the
 * worker in between is gone, nobody else has them.
 */
export class Standby {
  readonly thread: ThreadInfo;
  readonly #port: RelayPort;
  readonly #pages: SharedArrayBuffer[] = [];
  readonly #waiting = new Map<string, SpanMessage>();
  /** Spans that came by the other way first. */
  readonly #relayed = new Set<string>();
  #lastRelayed: string | undefined;

  constructor(threadId: number) {
    this.thread = { id: threadId, name: `worker-${threadId}` };
    this.#port = new RelayPort(threadId, (message) => this.#receive(message));
  }

  /** To be called with what the worker in between has relayed. */
  note(message: SpanMessage): void {
    const attributes = message[8];
    const id = spanId(message);
    if (attributes['thread.id'] === this.thread.id) this.#lastRelayed = id;
    if (!this.#waiting.delete(id) && attributes['thread.id'] === this.thread.id) this.#relayed.add(id);
  }

  /** Stops listening; gives what the worker in between has not relayed, open spans being ended. */
  close(): (SpanMessage | undefined)[] {
    this.#port.receiveAll();
    this.#port.close();
    const ended = [...this.#waiting.values()];
    const known = new Set([...this.#waiting.keys(), this.#lastRelayed]);
    const open = this.#pages.flatMap(closeOpenSpans).filter((span) => !span || !known.has(spanId(span)));
    return [...ended, ...open];
  }

  #receive(message: RelayMessage): void {
    if (Array.isArray(message)) {
      const span = message as SpanMessage;
      if (!this.#relayed.delete(spanId(span))) this.#waiting.set(spanId(span), span);
    } else if (message !== SPANS_WAIT && 'byteLength' in message) this.#pages.push(message);
  }
}
