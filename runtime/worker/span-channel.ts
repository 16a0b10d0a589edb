import { BroadcastChannel, getEnvironmentData, threadId } from 'node:worker_threads';
import { diag } from '@opentelemetry/api';
import { counterSlot, MESSAGE_COUNTERS_KEY, relayChannelName } from '../protocol.js';
import type { MessageCounters, OpenSpanData, RelayMessage, SpanMessage } from '../protocol.js';
import { OpenSpanTable } from './open-span-table.js';

/**
 * The worker's end of the relay: what is told here reaches the main thread even if the worker dies at once. None of
 * its methods throws: our own failure is no business of the application's.
 */
export class SpanChannel {
  readonly #channel = new BroadcastChannel(relayChannelName(threadId));
  readonly #counters = getEnvironmentData(MESSAGE_COUNTERS_KEY) as MessageCounters | undefined;
  readonly #slot = counterSlot(threadId);
  readonly #openSpans = new OpenSpanTable((page) => this.#post(page));

  constructor() {
    // `unref` is missing in @types/node 20; it is there since Node 15.4.
    (this.#channel as BroadcastChannel & { unref(): void }).unref();
  }

  /** Tells of a span that has started; gives a handle for {@link end}, if it could. */
  start(span: OpenSpanData): number | undefined {
    try {
      return this.#openSpans.add(span);
    } catch (error) {
      diag.error('traced-pool: a span that starts could not be noted', error);
      return undefined;
    }
  }

  /** Posts a span that has ended, and withdraws what {@link start} told of it. */
  end(span: SpanMessage, handle: number | undefined): void {
    try {
      this.#post(span);
    } catch (error) {
      diag.error('traced-pool: a span could not be relayed', error);
      this.#post(1);
    }
    // After the post: the main thread can tell that it has the span already, but not that it lost one.
    this.withdraw(handle);
  }

  /** Withdraws what {@link start} told of a span that is to end elsewhere. */
  withdraw(handle: number | undefined): void {
    if (handle !== undefined) this.#openSpans.remove(handle);
  }

  /** Withdraws all that {@link start} told. */
  withdrawAll(): void {
    this.#openSpans.clear();
  }

  #post(message: RelayMessage): void {
    this.#channel.postMessage(message);
    if (!this.#counters) return;
    Atomics.add(this.#counters, this.#slot, 1);
    Atomics.add(this.#counters, 0, 1);
  }
}
