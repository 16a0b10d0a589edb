import { diag } from '@opentelemetry/api';
import { encodeProcessNews } from '../protocol/process-message.js';
import type { ProcessNews } from '../protocol/process-message.js';
import type { NestedRelayNews } from '../protocol/nested-relay.js';
import type { OpenSpanData, SpanMessage } from '../protocol/span-message.js';
import type { ChunkRemnant, TaskReport } from '../protocol/task-message.js';
import type { Relay } from './relay.js';
import { UnsentNews } from './unsent-news.js';

/**
 * The relay of a worker that is a process: all goes through its IPC channel, where it comes before the result; what the
 * channel has not taken when the process exits, through a file.
 */
export class ProcessRelay implements Relay {
  // An application may put its own function in the place of `process.send`.
  readonly #send = process.send?.bind(process);
  #unsent: UnsentNews | undefined;
  #lastHandle = 0;

  start(span: OpenSpanData): number | undefined {
    const handle = ++this.#lastHandle;
    return this.#post(['start', handle, span]) ? handle : undefined;
  }

  end(span: SpanMessage, handle: number | undefined): void {
    this.#post(['end', handle, span]);
  }

  withdraw(handle: number | undefined): void {
    if (handle !== undefined) this.#post(['withdraw', handle]);
  }

  withdrawAll(): void {
    this.#post(['withdraw-all']);
  }

  tell(message: TaskReport | ChunkRemnant | NestedRelayNews): void {
    // The threads of this process are none of the main thread's.
    if (!('nestedThreadId' in message)) this.#post(['tell', message]);
  }

  readonly tellNested = (): void => {};

  #post(news: ProcessNews): boolean {
    try {
      if (!process.connected || !this.#send) return false;
      if (!this.#unsent) {
        this.#unsent = new UnsentNews();
        this.#post(['leave-at', this.#unsent.path]);
      }
      const message = encodeProcessNews(news);
      // The callback takes the error that the process would have as an event otherwise.
      this.#send(message, undefined, undefined, this.#unsent.keep(message));
      return true;
    } catch (error) {
      diag.error('traced-pool: a span could not be relayed', error);
      return false;
    }
  }
}
