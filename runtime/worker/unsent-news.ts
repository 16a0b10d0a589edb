import { appendFileSync, writeFileSync } from 'node:fs';
import { diag } from '@opentelemetry/api';
import { createLeftNewsPath, formatLeftMessage, formatLeftNews } from '../protocol/left-news.js';

/**
 * What has been given to the channel of this process and may not be written yet. A pipe takes some hundred messages at
 * once, and those that wait go with a process that exits: so it leaves them in a file, which its parent reads.
 */
export class UnsentNews {
  readonly path = createLeftNewsPath();
  readonly #messages = new Map<number, object>();
  #count = 0;
  #isExiting = false;
  #hasFile = false;

  constructor() {
    process.once('exit', () => {
      this.#isExiting = true;
      if (this.#messages.size > 0) this.#leave();
    });
  }

  /** Keeps a message until what this gives is called. */
  keep(message: object): () => void {
    const index = this.#count++;
    this.#messages.set(index, message);
    // Spans may end in listeners of the application's that are told of the exit after us.
    if (this.#isExiting) this.#leave(message);
    return () => this.#messages.delete(index);
  }

  #leave(message?: object): void {
    // Nobody would read it.
    if (!process.connected) return;
    try {
      if (this.#hasFile && message) return appendFileSync(this.path, formatLeftMessage(message));
      const [firstIndex = 0] = this.#messages.keys();
      const text = formatLeftNews(firstIndex, [...this.#messages.values()]);
      writeFileSync(this.path, text, { flag: 'wx', mode: 0o600 });
      this.#hasFile = true;
    } catch (error) {
      diag.error('traced-pool: spans that were not sent yet could not be left', error);
    }
  }
}
