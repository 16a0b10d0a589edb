import { BroadcastChannel, getEnvironmentData, threadId } from 'node:worker_threads';
import { diag } from '@opentelemetry/api';
import { counterSlot, MESSAGE_COUNTERS_KEY, relayChannelName } from '../protocol.js';
import type { MessageCounters, SpanMessage } from '../protocol.js';

/** The worker's end of the relay: what is posted here reaches the main thread even if the worker dies at once. */
export class SpanChannel {
  readonly #channel = new BroadcastChannel(relayChannelName(threadId));
  readonly #counters = getEnvironmentData(MESSAGE_COUNTERS_KEY) as MessageCounters | undefined;
  readonly #slot = counterSlot(threadId);

  constructor() {
    // `unref` is missing in @types/node 20; it is there since Node 15.4.
    (this.#channel as BroadcastChannel & { unref(): void }).unref();
  }

  /** Posts an ended span. Never throws: our own failure is no business of the application's. */
  post(span: SpanMessage): void {
    try {
      this.#channel.postMessage(span);
      if (!this.#counters) return;
      Atomics.add(this.#counters, this.#slot, 1);
      Atomics.add(this.#counters, 0, 1);
    } catch (error) {
      diag.error('traced-pool: a span could not be relayed', error);
    }
  }
}
