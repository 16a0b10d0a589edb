import type { NestedRelayNews, TellNestedRelay } from '../protocol/nested-relay.js';
import type { OpenSpanData, SpanMessage } from '../protocol/span-message.js';
import type { ChunkRemnant, TaskReport } from '../protocol/task-message.js';

/**
 * The worker's end of the relay: what is told here reaches the main thread even if the worker dies at once. None of
 * its methods throws: our own failure is no business of the application's.
 */
export interface Relay {
  /** Tells of a span that has started; gives a handle for {@link end}, if it could. */
  start(span: OpenSpanData): number | undefined;
  /** Sends a span that has ended, and withdraws what {@link start} told of it. */
  end(span: SpanMessage, handle: number | undefined): void;
  /** Withdraws what {@link start} told of a span that is to end elsewhere. */
  withdraw(handle: number | undefined): void;
  /** Withdraws all that {@link start} told. */
  withdrawAll(): void;
  /** Sends what is no span; what cannot be cloned is not told. */
  tell(message: TaskReport | ChunkRemnant | NestedRelayNews): void;
  /** See {@link NESTED_RELAY}. */
  readonly tellNested: TellNestedRelay;
}
